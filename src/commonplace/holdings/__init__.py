"""What stands where: items and holdings statements, as the last load left them."""
