package org.cairn.drawing;

/// A drawing, row by row from the top left: each dot eight bits each of opacity, red, green and blue.
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Dots(int width, int height, int[] rows) {}
