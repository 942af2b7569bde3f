package org.cairn.drawing;

/// A word on a page, as it is read, and its place.
///
/// @param line the line it stands in, from 0; words of one line have the same
public record Word(String text, Box box, int line) {}
