"""What leaves Sourcebook: one module per format, each says what it had to drop."""
