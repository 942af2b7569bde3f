package org.cairn.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// The pictures of the sample, drawn stroke by stroke: places, things, and medical drawings that show no person.
final class Drawings {
    private final Faces faces;

    Drawings(Faces faces) {
        this.faces = faces;
    }

    private record Sketch(BufferedImage picture, Graphics2D graphics) {}

    private Sketch blank(int width, int height, Color paper) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Pictures.pen(picture);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, width, height);
        return new Sketch(picture, graphics);
    }

    private BufferedImage done(Sketch sketch) {
        Pictures.mark(sketch.graphics(), faces, sketch.picture().getHeight());
        sketch.graphics().dispose();
        return sketch.picture();
    }

    private void say(Graphics2D graphics, String words, float size, float x, float y) {
        Pictures.words(graphics, faces, words, size, x, y);
    }

    /// A front with many windows, glass below, against a sky.
    BufferedImage building(String name, Color wall, int floors, int columns) {
        Sketch sketch = blank(1100, 760, Color.WHITE);
        Graphics2D pen = sketch.graphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(150, 185, 215), 0, 560, new Color(230, 232, 225)));
        pen.fillRect(0, 0, 1100, 600);
        pen.setColor(new Color(120, 122, 116));
        pen.fillRect(0, 600, 1100, 160);
        pen.setColor(wall);
        pen.fillRect(160, 110, 780, 500);
        for (int floor = 0; floor < floors; floor++) {
            for (int column = 0; column < columns; column++) {
                pen.setColor((floor * 7 + column * 3) % 5 == 0 ? new Color(240, 220, 150) : new Color(70, 90, 110));
                int height = 360 / floors;
                pen.fillRect(185 + column * 740 / columns, 170 + floor * height, 740 / columns - 18, height - 16);
            }
        }
        pen.setColor(new Color(150, 190, 200));
        pen.fillRect(420, 535, 260, 75);
        pen.setColor(Color.WHITE);
        pen.fillRect(160, 118, 780, 44);
        pen.setColor(new Color(40, 60, 90));
        say(pen, name, 30, 300, 152);
        return done(sketch);
    }

    BufferedImage passportPage() {
        Sketch sketch = blank(1050, 740, new Color(222, 230, 226));
        Graphics2D pen = sketch.graphics();
        pen.setColor(new Color(170, 195, 190));
        for (int wave = 0; wave < 40; wave++) {
            pen.draw(new CubicCurve2D.Float(0, wave * 20, 350, wave * 20 - 90, 700, wave * 20 + 90, 1050, wave * 20));
        }
        pen.setColor(new Color(120, 130, 130));
        pen.fillRect(70, 150, 250, 320);
        pen.setColor(Color.BLACK);
        say(pen, "SAHRA REPUBLIC (invented) / جمهورية الصحراء", 28, 70, 90);
        say(pen, "photograph covered", 18, 110, 320);
        String[] lines = {"Passport No. covered 118", "Surname covered", "Given names covered", "Nationality SAHRA",
            "Date of birth 1995", "Date of issue 02 MAR 2021", "Date of expiry 01 MAR 2031"};
        for (int line = 0; line < lines.length; line++) {
            say(pen, lines[line], 20, 370, 180 + line * 44);
        }
        say(pen, "P<SHRXXXXXXXXXX<<XXXXX<<<<<<<<<<<<<<<<<<<<<<", 20, 70, 560);
        say(pen, "XXXXXX1180SHR95XXXXXM3103010<<<<<<<<<<<<<<00", 20, 70, 600);
        return done(sketch);
    }

    BufferedImage stamp() {
        Sketch sketch = blank(640, 520, new Color(246, 244, 236));
        Graphics2D pen = sketch.graphics();
        pen.rotate(-0.18, 320, 240);
        pen.setColor(new Color(40, 60, 150));
        pen.setStroke(new BasicStroke(6));
        pen.drawRoundRect(90, 90, 460, 270, 40, 40);
        pen.setStroke(new BasicStroke(2));
        pen.drawRoundRect(104, 104, 432, 242, 32, 32);
        say(pen, "VELMARA (invented)", 34, 150, 165);
        say(pen, "ENTRY – PORT SENNA", 26, 160, 215);
        say(pen, "03 SEP 2023", 44, 175, 280);
        say(pen, "30 days · HX 418 · 071", 20, 190, 325);
        pen.rotate(0.18, 320, 240);
        return done(sketch);
    }

    BufferedImage card() {
        Sketch sketch = blank(900, 640, new Color(92, 84, 76));
        Graphics2D pen = sketch.graphics();
        pen.rotate(0.06, 450, 320);
        pen.setColor(new Color(232, 226, 208));
        pen.fillRoundRect(150, 100, 600, 400, 24, 24);
        pen.setColor(Color.BLACK);
        say(pen, "四号中心 二区", 40, 200, 190);
        say(pen, "D4-0217", 84, 200, 310);
        say(pen, "2019", 30, 200, 380);
        pen.setColor(new Color(190, 30, 30));
        pen.fill(new Ellipse2D.Float(600, 380, 70, 70));
        pen.rotate(-0.06, 450, 320);
        BufferedImage picture = done(sketch);
        Pictures.grain(picture, 7, 11);
        return picture;
    }

    BufferedImage cell() {
        Sketch sketch = blank(900, 680, new Color(250, 248, 240));
        Graphics2D pen = sketch.graphics();
        pen.setColor(new Color(50, 50, 60));
        pen.setStroke(new BasicStroke(4));
        pen.drawRect(130, 110, 640, 430);
        pen.drawLine(130, 290, 130, 390);
        pen.setStroke(new BasicStroke(2));
        for (int place = 0; place < 9; place++) {
            pen.drawRect(250 + place * 54, 125, 46, 130);
            pen.drawRect(250 + place * 54, 395, 46, 130);
        }
        pen.setColor(new Color(160, 40, 40));
        pen.fillRect(466, 125, 46, 130);
        pen.setColor(Color.BLACK);
        say(pen, "ئىشىك", 28, 40, 350);
        say(pen, "تام", 28, 790, 330);
        say(pen, "سۇ شىركىچى", 28, 600, 350);
        say(pen, "مەن ياتقان جاي", 28, 400, 90);
        say(pen, "door, wall, tap, my place (IV-3)", 18, 130, 580);
        return done(sketch);
    }

    BufferedImage vehicle() {
        Sketch sketch = blank(1100, 720, new Color(18, 20, 30));
        Graphics2D pen = sketch.graphics();
        pen.setPaint(new GradientPaint(0, 500, new Color(40, 42, 50), 0, 720, new Color(12, 12, 16)));
        pen.fillRect(0, 500, 1100, 220);
        pen.setColor(new Color(205, 208, 206));
        pen.fillRoundRect(260, 280, 560, 240, 50, 50);
        pen.setColor(new Color(40, 120, 70));
        pen.fillRect(262, 400, 556, 34);
        pen.setColor(new Color(40, 50, 60));
        pen.fillRect(650, 310, 130, 70);
        pen.setColor(new Color(15, 15, 15));
        pen.fill(new Ellipse2D.Float(330, 470, 100, 100));
        pen.fill(new Ellipse2D.Float(650, 470, 100, 100));
        pen.setColor(new Color(255, 240, 190, 90));
        pen.fillPolygon(new Polygon(new int[] {820, 1100, 1100}, new int[] {450, 380, 640}, 3));
        BufferedImage picture = done(sketch);
        Pictures.grain(picture, 14, 12);
        return picture;
    }

    /// The same ground from above, before and after.
    BufferedImage ground() {
        Sketch sketch = blank(1000, 560, new Color(168, 172, 140));
        Graphics2D pen = sketch.graphics();
        Random random = new Random(13);
        for (int field = 0; field < 160; field++) {
            pen.setColor(new Color(140 + random.nextInt(50), 150 + random.nextInt(40), 110 + random.nextInt(40)));
            pen.fillRect(random.nextInt(980), random.nextInt(540), 40, 26);
        }
        pen.setColor(Color.WHITE);
        pen.fillRect(496, 0, 8, 560);
        for (int side = 0; side < 2; side++) {
            int x = side * 504;
            pen.setColor(new Color(190, 186, 180));
            pen.fillRect(x + 60, 150, 130, 220);
            pen.fillRect(x + 60, 390, 320, 60);
            if (side == 1) {
                pen.setColor(new Color(225, 220, 215));
                pen.fillRect(x + 230, 130, 190, 230);
                pen.setColor(new Color(180, 60, 60));
                pen.setStroke(new BasicStroke(4));
                pen.drawRect(x + 224, 124, 202, 242);
            }
            pen.setColor(Color.BLACK);
            say(pen, side == 0 ? "2013" : "2016", 34, x + 30, 60);
        }
        return done(sketch);
    }

    /// An outline seen from the side or the front with a line where the scar is; not a picture of anyone.
    BufferedImage body(boolean recipient) {
        Sketch sketch = blank(700, 900, Color.WHITE);
        Graphics2D pen = sketch.graphics();
        pen.setColor(new Color(90, 90, 100));
        pen.setStroke(new BasicStroke(3));
        pen.draw(new Ellipse2D.Float(300, 60, 100, 120));
        pen.draw(new CubicCurve2D.Float(320, 180, 180, 230, 240, 420, 250, 600));
        pen.draw(new CubicCurve2D.Float(380, 180, 520, 230, 460, 420, 450, 600));
        pen.draw(new CubicCurve2D.Float(250, 600, 260, 700, 280, 760, 280, 840));
        pen.draw(new CubicCurve2D.Float(450, 600, 440, 700, 420, 760, 420, 840));
        pen.draw(new CubicCurve2D.Float(350, 640, 345, 720, 340, 780, 340, 840));
        pen.setColor(new Color(180, 40, 40));
        pen.setStroke(new BasicStroke(5));
        if (recipient) {
            pen.draw(new CubicCurve2D.Float(285, 480, 290, 530, 310, 560, 330, 580));
        } else {
            pen.draw(new CubicCurve2D.Float(455, 400, 440, 440, 400, 460, 350, 470));
            pen.fill(new Ellipse2D.Float(430, 476, 10, 10));
        }
        pen.setColor(Color.BLACK);
        say(pen, recipient ? "right iliac fossa, 164 mm" : "left flank, 182 mm; drain site 14 mm", 19, 60, 40);
        say(pen, "Body diagram, EX-2, 30 May 2025. A drawing, not a photograph.", 16, 60, 872 - 30);
        return done(sketch);
    }

    BufferedImage ultrasound() {
        Sketch sketch = blank(820, 640, Color.BLACK);
        Random random = new Random(14);
        for (int dot = 0; dot < 60_000; dot++) {
            double angle = Math.toRadians(55 + random.nextDouble() * 70);
            double depth = 60 + random.nextDouble() * 470;
            int x = (int) (410 + Math.cos(angle) * depth);
            int y = (int) (20 + Math.sin(angle) * depth);
            boolean empty = Math.hypot(x - 430, (y - 330) * 1.6) < 90;
            int grey = empty ? random.nextInt(22) : 30 + random.nextInt(120);
            sketch.picture().setRGB(x, y, grey << 16 | grey << 8 | grey);
        }
        Graphics2D pen = sketch.graphics();
        pen.setColor(Color.WHITE);
        for (int clip = 0; clip < 4; clip++) {
            pen.fillRect(390 + clip * 22, 300 + clip % 2 * 30, 9, 3);
        }
        say(pen, "L FLANK – kidney not seen; clips", 17, 20, 580);
        pen.draw(new Arc2D.Float(-60, -460, 940, 1000, 235, 70, Arc2D.OPEN));
        return done(sketch);
    }

    BufferedImage section() {
        Sketch sketch = blank(820, 640, Color.BLACK);
        Graphics2D pen = sketch.graphics();
        fill(pen, 110, 90, 600, 420, 95);
        fill(pen, 135, 112, 550, 376, 60);
        fill(pen, 370, 380, 80, 80, 215);
        fill(pen, 520, 300, 110, 140, 165);
        fill(pen, 160, 140, 260, 200, 110);
        pen.setColor(Color.WHITE);
        say(pen, "R: no kidney, no vessels, no clips     L: 131 mm", 17, 140, 560);
        BufferedImage picture = done(sketch);
        Pictures.grain(picture, 9, 15);
        return picture;
    }

    private static void fill(Graphics2D pen, int x, int y, int width, int height, int grey) {
        pen.setColor(new Color(grey, grey, grey));
        pen.fill(new Ellipse2D.Float(x, y, width, height));
    }

    /// A sheet of paper photographed on a table, a little askew.
    BufferedImage onATable(BufferedImage sheet, double tilt, double shear, long seed) {
        Sketch sketch = blank(1000, 900, new Color(112, 86, 62));
        Graphics2D pen = sketch.graphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(122, 94, 68), 1000, 900, new Color(82, 60, 44)));
        pen.fillRect(0, 0, 1000, 900);
        pen.translate(110, 190);
        pen.rotate(tilt);
        pen.shear(shear, 0);
        pen.drawImage(sheet, 0, 0, 780, 780 * sheet.getHeight() / sheet.getWidth(), null);
        pen.dispose();
        BufferedImage picture = done(new Sketch(sketch.picture(), Pictures.pen(sketch.picture())));
        Pictures.grain(picture, 6, seed);
        return picture;
    }
}
