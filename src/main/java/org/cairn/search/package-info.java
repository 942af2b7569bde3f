/// Finds passages: Lucene over storage in which every block is sealed.
///
/// Derived from the database and disposable: what it holds can be made anew. Must never know where passages come from,
/// nor decide who may see them; it is told a clearance and keeps to it in every number it gives.
@NullMarked
package org.cairn.search;

import org.jspecify.annotations.NullMarked;
