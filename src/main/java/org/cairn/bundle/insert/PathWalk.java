package org.cairn.bundle.insert;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.pdmodel.PDPage;

/// Follows the lines and areas of a page from corner to corner, and hands on each that is painted.
abstract class PathWalk extends PDFGraphicsStreamEngine {

    private final GeneralPath path = new GeneralPath();
    private int length;
    private int clipRule = -1;

    PathWalk(PDPage page) {
        super(page);
    }

    /// An area is painted.
    abstract void fill(GeneralPath path);

    /// A line is painted.
    ///
    /// @param length how many steps it has
    abstract void stroke(GeneralPath path, int length);

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
        length += 4;
    }

    @Override
    public void clip(int windingRule) {
        clipRule = windingRule;
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
        length++;
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
        length++;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x3, y3);
        } else {
            path.curveTo(x1, y1, x2, y2, x3, y3);
        }
        length++;
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        if (clipRule >= 0) {
            path.setWindingRule(clipRule);
            getGraphicsState().intersectClippingPath((GeneralPath) path.clone());
            clipRule = -1;
        }
        path.reset();
        length = 0;
    }

    @Override
    public void strokePath() {
        stroke(path, length);
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        path.setWindingRule(windingRule);
        fill(path);
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        path.setWindingRule(windingRule);
        fill(path);
        stroke(path, length);
        endPath();
    }
}
