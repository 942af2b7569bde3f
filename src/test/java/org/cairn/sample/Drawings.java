package org.cairn.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// The pictures of the sample, drawn stroke by stroke: places and things.
final class Drawings {
    private final Faces faces;

    Drawings(Faces faces) {
        this.faces = faces;
    }

    /// A front with many windows, glass below, against a sky.
    BufferedImage building(String name, Color wall, int floors, int columns) {
        Sketch sketch = Sketch.blank(faces, 1100, 760, Color.WHITE);
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
        sketch.say(name, 30, 300, 152);
        return sketch.done();
    }

    BufferedImage passportPage() {
        Sketch sketch = Sketch.blank(faces, 1050, 740, new Color(222, 230, 226));
        Graphics2D pen = sketch.graphics();
        pen.setColor(new Color(170, 195, 190));
        for (int wave = 0; wave < 40; wave++) {
            pen.draw(new CubicCurve2D.Float(0, wave * 20, 350, wave * 20 - 90, 700, wave * 20 + 90, 1050, wave * 20));
        }
        pen.setColor(new Color(120, 130, 130));
        pen.fillRect(70, 150, 250, 320);
        pen.setColor(Color.BLACK);
        sketch.say("SAHRA REPUBLIC (invented) / جمهورية الصحراء", 28, 70, 90);
        sketch.say("photograph covered", 18, 110, 320);
        String[] lines = {
            "Passport No. covered 118",
            "Surname covered",
            "Given names covered",
            "Nationality SAHRA",
            "Date of birth 1995",
            "Date of issue 02 MAR 2021",
            "Date of expiry 01 MAR 2031"
        };
        for (int line = 0; line < lines.length; line++) {
            sketch.say(lines[line], 20, 370, 180 + line * 44);
        }
        sketch.say("P<SHRXXXXXXXXXX<<XXXXX<<<<<<<<<<<<<<<<<<<<<<", 20, 70, 560);
        sketch.say("XXXXXX1180SHR95XXXXXM3103010<<<<<<<<<<<<<<00", 20, 70, 600);
        return sketch.done();
    }

    BufferedImage stamp() {
        Sketch sketch = Sketch.blank(faces, 640, 520, new Color(246, 244, 236));
        Graphics2D pen = sketch.graphics();
        pen.rotate(-0.18, 320, 240);
        pen.setColor(new Color(40, 60, 150));
        pen.setStroke(new BasicStroke(6));
        pen.drawRoundRect(90, 90, 460, 270, 40, 40);
        pen.setStroke(new BasicStroke(2));
        pen.drawRoundRect(104, 104, 432, 242, 32, 32);
        sketch.say("VELMARA (invented)", 34, 150, 165);
        sketch.say("ENTRY – PORT SENNA", 26, 160, 215);
        sketch.say("03 SEP 2023", 44, 175, 280);
        sketch.say("30 days · HX 418 · 071", 20, 190, 325);
        pen.rotate(0.18, 320, 240);
        return sketch.done();
    }

    BufferedImage card() {
        Sketch sketch = Sketch.blank(faces, 900, 640, new Color(92, 84, 76));
        Graphics2D pen = sketch.graphics();
        pen.rotate(0.06, 450, 320);
        pen.setColor(new Color(232, 226, 208));
        pen.fillRoundRect(150, 100, 600, 400, 24, 24);
        pen.setColor(Color.BLACK);
        sketch.say("四号中心 二区", 40, 200, 190);
        sketch.say("D4-0217", 84, 200, 310);
        sketch.say("2019", 30, 200, 380);
        pen.setColor(new Color(190, 30, 30));
        pen.fill(new Ellipse2D.Float(600, 380, 70, 70));
        pen.rotate(-0.06, 450, 320);
        BufferedImage picture = sketch.done();
        Pictures.grain(picture, 7, 11);
        return picture;
    }

    BufferedImage cell() {
        Sketch sketch = Sketch.blank(faces, 900, 680, new Color(250, 248, 240));
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
        sketch.say("ئىشىك", 28, 40, 350);
        sketch.say("تام", 28, 790, 330);
        sketch.say("سۇ شىركىچى", 28, 600, 350);
        sketch.say("مەن ياتقان جاي", 28, 400, 90);
        sketch.say("door, wall, tap, my place (IV-3)", 18, 130, 580);
        return sketch.done();
    }

    BufferedImage vehicle() {
        Sketch sketch = Sketch.blank(faces, 1100, 720, new Color(18, 20, 30));
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
        BufferedImage picture = sketch.done();
        Pictures.grain(picture, 14, 12);
        return picture;
    }

    /// The same ground from above, before and after.
    BufferedImage ground() {
        Sketch sketch = Sketch.blank(faces, 1000, 560, new Color(168, 172, 140));
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
            sketch.say(side == 0 ? "2013" : "2016", 34, x + 30, 60);
        }
        return sketch.done();
    }

    /// A sheet of paper photographed on a table, a little askew.
    BufferedImage onATable(BufferedImage sheet, double tilt, double shear, long seed) {
        Sketch sketch = Sketch.blank(faces, 1000, 900, new Color(112, 86, 62));
        Graphics2D pen = sketch.graphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(122, 94, 68), 1000, 900, new Color(82, 60, 44)));
        pen.fillRect(0, 0, 1000, 900);
        pen.translate(110, 190);
        pen.rotate(tilt);
        pen.shear(shear, 0);
        pen.drawImage(sheet, 0, 0, 780, 780 * sheet.getHeight() / sheet.getWidth(), null);
        pen.dispose();
        BufferedImage picture = new Sketch(sketch.picture(), Pictures.pen(sketch.picture()), faces).done();
        Pictures.grain(picture, 6, seed);
        return picture;
    }
}
