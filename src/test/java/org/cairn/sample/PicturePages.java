package org.cairn.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A paper as pictures of its pages: clean, or as a worn scanner sees them.
final class PicturePages {
    private PicturePages() {}

    /// Pages at so many dots per inch, black on white.
    static List<BufferedImage> clean(Paper paper, Faces faces, int dotsPerInch) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        Setting.set(paper, faces, landscape -> {
            float scale = dotsPerInch / 72f;
            PicturePage page = paper.wishes("slip")
                    ? new PicturePage(430, 390, scale)
                    : new PicturePage(landscape ? 842 : 595, landscape ? 595 : 842, scale);
            pages.add(page.picture);
            return page;
        });
        return pages;
    }

    /// Pages a little askew, on greyish paper, with specks.
    static List<BufferedImage> scanned(Paper paper, Faces faces) throws IOException {
        Random random = new Random(paper.name().hashCode());
        List<BufferedImage> pages = new ArrayList<>();
        for (BufferedImage page : clean(paper, faces, 130)) {
            pages.add(worn(page, random));
        }
        return pages;
    }

    private static BufferedImage worn(BufferedImage page, Random random) {
        BufferedImage scan = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = Pictures.pen(scan);
        graphics.setColor(new Color(228, 228, 226));
        graphics.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        double tilt = Math.toRadians(random.nextDouble() * 1.6 - 0.8);
        graphics.rotate(tilt, scan.getWidth() / 2.0, scan.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        for (int speck = 0; speck < 900; speck++) {
            int x = random.nextInt(scan.getWidth());
            int y = random.nextInt(scan.getHeight());
            scan.getRaster().setSample(x, y, 0, 90 + random.nextInt(120));
        }
        return scan;
    }

    private static final class PicturePage implements Canvas {
        private final BufferedImage picture;
        private final Graphics2D graphics;
        private final float width;
        private final float height;

        private PicturePage(float width, float height, float scale) {
            this.width = width;
            this.height = height;
            this.picture = new BufferedImage(
                    Math.round(width * scale), Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
            this.graphics = Pictures.pen(picture);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            graphics.scale(scale, scale);
        }

        @Override
        public float width() {
            return width;
        }

        @Override
        public float height() {
            return height;
        }

        @Override
        public void line(SetLine line, float x, float baseline) {
            graphics.setColor(Color.BLACK);
            graphics.fill(line.layout().getOutline(AffineTransform.getTranslateInstance(x, baseline)));
        }

        @Override
        public void rule(float fromX, float fromY, float toX, float toY, float weight) {
            graphics.setColor(Color.DARK_GRAY);
            graphics.setStroke(new BasicStroke(weight));
            graphics.draw(new Line2D.Float(fromX, fromY, toX, toY));
        }

        @Override
        public void box(float x, float y, float boxWidth, float boxHeight, float grey) {
            graphics.setColor(new Color(grey, grey, grey));
            graphics.fill(new Rectangle2D.Float(x, y, boxWidth, boxHeight));
        }

        @Override
        public void pen(Shape shape) {
            graphics.setColor(new Color(25, 40, 130));
            graphics.setStroke(new BasicStroke(1.6f));
            graphics.draw(shape);
        }
    }
}
