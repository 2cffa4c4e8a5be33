"""The command line: parse, call one function below, hand the result to show."""
