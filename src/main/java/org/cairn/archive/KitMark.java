package org.cairn.archive;

/// By what one knows the papers of an archive's recovery kit.
///
/// @param letters the four letters that each of its pages bears
/// @param needed how many of its shares it takes
public record KitMark(String letters, int needed) {}
