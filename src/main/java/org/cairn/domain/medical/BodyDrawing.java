package org.cairn.domain.medical;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One drawing of the body: outlines, lines on them, and regions that have names.
///
/// Read from `resources/body/body.svg`, which this project drew; screen and paper draw the same paths.
///
/// @param view which drawing
/// @param width in its own units
/// @param height in its own units
/// @param strokes what is drawn, from back to front
/// @param regions what can be pointed at, the one in front first
public record BodyDrawing(BodyView view, double width, double height, List<Stroke> strokes, List<Region> regions) {

    /// Head, hands and feet are drawn from four sides, beside one another.
    public static final int PARTS = 4;

    private static final Map<BodyView, BodyDrawing> ALL = read();

    public BodyDrawing {
        strokes = List.copyOf(strokes);
        regions = List.copyOf(regions);
    }

    /// How a path is drawn.
    public enum Kind {
        /// An outline that is filled.
        BODY,
        /// A line that tells.
        LINE,
        /// A line that helps.
        FAINT
    }

    /// One path.
    public record Stroke(Kind kind, VectorPath path) {
        @Override
        public String toString() {
            return "Stroke";
        }
    }

    /// A region that has a name.
    ///
    /// @param code of the vocabulary `body-region`, such as `LEFT_FLANK`: left and right are the patient's
    /// @param x where its mark is put that is chosen by name
    /// @param y where its mark is put that is chosen by name
    /// @param area its edge
    public record Region(String code, double x, double y, VectorPath area) {
        @Override
        public String toString() {
            return "Region";
        }
    }

    /// The drawing of a view.
    public static BodyDrawing of(BodyView view) {
        return Objects.requireNonNull(ALL.get(view));
    }

    /// The region at a place.
    ///
    /// @param x as a share of the width
    /// @param y as a share of the height
    /// @return nothing where there is no body
    public Optional<Region> at(double x, double y) {
        return regions.stream()
                .filter(region -> region.area().contains(x * width, y * height))
                .findFirst();
    }

    /// The place where a mark is put that is chosen by the name of its region.
    public BodyMark markOf(Region region) {
        return new BodyMark(view, region.x() / width, region.y() / height);
    }

    /// Which of the parts beside one another a region is on, from 1: of a standing figure there is only one.
    public int part(Region region) {
        return width > height ? (int) (region.x() / width * PARTS) + 1 : 1;
    }

    /// The first drawing that has a region of a code, and that region.
    public static Optional<BodyMark> markOf(BodyView view, String code) {
        BodyDrawing drawing = of(view);
        return drawing.regions().stream()
                .filter(region -> region.code().equals(code))
                .findFirst()
                .map(drawing::markOf);
    }

    private static Map<BodyView, BodyDrawing> read() {
        Map<BodyView, BodyDrawing> drawings = new EnumMap<>(BodyView.class);
        try (InputStream in = Objects.requireNonNull(BodyDrawing.class.getResourceAsStream("/body/body.svg"))) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("g")) {
                    BodyDrawing drawing = drawing(xml);
                    drawings.put(drawing.view(), drawing);
                }
            }
            return drawings;
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("the drawing of the body cannot be read", e);
        }
    }

    private static BodyDrawing drawing(XMLStreamReader xml) throws XMLStreamException {
        BodyView view = BodyView.valueOf(of(xml, "id"));
        double width = Double.parseDouble(of(xml, "data-width"));
        double height = Double.parseDouble(of(xml, "data-height"));
        List<Stroke> strokes = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("g"))) {
            if (xml.isStartElement()) {
                VectorPath path = VectorPath.of(of(xml, "d"));
                String kind = of(xml, "class");
                if (kind.equals("region")) {
                    String[] at = of(xml, "data-at").split(" ", 2);
                    regions.add(new Region(
                            of(xml, "data-region"), Double.parseDouble(at[0]), Double.parseDouble(at[1]), path));
                } else {
                    strokes.add(new Stroke(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)), path));
                }
            }
        }
        return new BodyDrawing(view, width, height, strokes, regions);
    }

    private static String of(XMLStreamReader xml, String attribute) {
        return Objects.requireNonNull(xml.getAttributeValue(null, attribute), attribute);
    }

    @Override
    public String toString() {
        return "BodyDrawing";
    }
}
