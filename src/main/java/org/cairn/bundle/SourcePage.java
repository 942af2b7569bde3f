package org.cairn.bundle;

import org.cairn.domain.Area;

/// Which page of a file a page of a bundle shows.
///
/// @param number of the file's page, from 1
/// @param place what part of the bundle's page it takes
record SourcePage(int number, Area place) {}
