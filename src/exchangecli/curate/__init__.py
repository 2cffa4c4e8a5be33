"""What a curator does: adding, editing, deleting, moving whole datasets in and out."""
