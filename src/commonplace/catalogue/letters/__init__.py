"""What readers write to the library and find answered by the code of a receipt."""
