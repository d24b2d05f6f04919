"""What is put right in the catalogue by people: readers' reports that something is wrong."""
