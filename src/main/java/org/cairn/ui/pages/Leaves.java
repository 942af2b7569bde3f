package org.cairn.ui.pages;

import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.cairn.drawing.Box;
import org.cairn.drawing.Size;
import org.cairn.drawing.Word;

/// A file that is looked at page by page: a PDF, or pictures one after another.
///
/// What is not said to be quick may take long, though never longer than the limits: call it through
/// [org.cairn.ui.common.Tasks#look] only. Each throws [org.cairn.drawing.NotDrawable] where the file allows no answer,
/// and [org.cairn.progress.CancelledException] once it is closed. Pages count from 1.
public interface Leaves extends AutoCloseable {

    /// How many pages there are; quick.
    int count();

    /// Whether the way to the pages was broken, so that they had to be searched for: some may be missing.
    default boolean searched() {
        return false;
    }

    /// The sizes of pages as shown, from one on.
    List<Size> sizes(int first, int most);

    /// A page as a picture of a given width.
    ///
    /// @param width in pixels of the screen
    Image picture(int page, int width);

    /// The same where it was drawn before and is still at hand; quick.
    Optional<Image> drawn(int page, int width);

    /// The words of a page with their places, in the order in which they are read.
    List<Word> words(int page);

    /// Where some words stand on a page, case and accents aside.
    List<Box> boxes(int page, String words);

    /// Stops what is being drawn, since nobody waits for it any more: it ends as cancelled; quick.
    void abandon();

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    void close();
}
