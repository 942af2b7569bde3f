package org.cairn.drawing;

/// The size of a page as it is shown, in points (1/72 inch).
public record Size(double width, double height) {}
