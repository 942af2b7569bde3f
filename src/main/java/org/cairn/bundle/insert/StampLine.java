package org.cairn.bundle.insert;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// A line that can be stamped: a caller that shapes its own text (Arabic, Tibetan) hands its heads over like this.
public interface StampLine {

    /// Width in points at this size.
    float width(float size) throws IOException;

    /// Shows it with its baseline starting here; outside of any text object.
    void show(PDPageContentStream content, float size, float x, float y) throws IOException;
}
