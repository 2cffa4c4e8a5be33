"""What the dataset is made of: records and fields, vocabularies, dates, places, names."""
