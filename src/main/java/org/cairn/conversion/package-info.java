/// Has files turned by programs of others, where they are installed, into something that can be drawn here: office
/// documents into pages, pictures of cameras and telephones into pictures that are known everywhere.
///
/// What is looked at and what a bundle takes in go the same way. Bytes go in and come out through a folder that lies
/// in memory; nothing of them is ever on a disk in clear. Knows no archive, no database and no bundle.
@NullMarked
package org.cairn.conversion;

import org.jspecify.annotations.NullMarked;
