/// Pages and pictures as they look, on the screen: what a drawing process made of them ([org.cairn.drawing]) becomes
/// what the toolkit shows. It never knows the archive.
@NullMarked
package org.cairn.ui.pages;

import org.jspecify.annotations.NullMarked;
