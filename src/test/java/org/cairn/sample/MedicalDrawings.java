package org.cairn.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// Medical drawings that show nobody: body diagrams, an ultrasound, a section.
final class MedicalDrawings {
    private final Faces faces;

    MedicalDrawings(Faces faces) {
        this.faces = faces;
    }

    /// An outline seen from the side or the front with a line where the scar is; not a picture of anyone.
    BufferedImage body(boolean recipient) {
        Sketch sketch = Sketch.blank(faces, 700, 900, Color.WHITE);
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
        sketch.say(recipient ? "right iliac fossa, 164 mm" : "left flank, 182 mm; drain site 14 mm", 19, 60, 40);
        sketch.say("Body diagram, EX-2, 30 May 2025. A drawing, not a photograph.", 16, 60, 872 - 30);
        return sketch.done();
    }

    BufferedImage ultrasound() {
        Sketch sketch = Sketch.blank(faces, 820, 640, Color.BLACK);
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
        sketch.say("L FLANK – kidney not seen; clips", 17, 20, 580);
        pen.draw(new Arc2D.Float(-60, -460, 940, 1000, 235, 70, Arc2D.OPEN));
        return sketch.done();
    }

    BufferedImage section() {
        Sketch sketch = Sketch.blank(faces, 820, 640, Color.BLACK);
        Graphics2D pen = sketch.graphics();
        fill(pen, 110, 90, 600, 420, 95);
        fill(pen, 135, 112, 550, 376, 60);
        fill(pen, 370, 380, 80, 80, 215);
        fill(pen, 520, 300, 110, 140, 165);
        fill(pen, 160, 140, 260, 200, 110);
        pen.setColor(Color.WHITE);
        sketch.say("R: no kidney, no vessels, no clips     L: 131 mm", 17, 140, 560);
        BufferedImage picture = sketch.done();
        Pictures.grain(picture, 9, 15);
        return picture;
    }

    private static void fill(Graphics2D pen, int x, int y, int width, int height, int grey) {
        pen.setColor(new Color(grey, grey, grey));
        pen.fill(new Ellipse2D.Float(x, y, width, height));
    }
}
