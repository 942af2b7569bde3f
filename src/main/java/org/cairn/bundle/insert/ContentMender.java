package org.cairn.bundle.insert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes content anew from the tokens PDFBox understands, leaving out what is broken and what belongs to hidden
/// layers.
final class ContentMender {

    private static final Set<String> FILLS_OR_STROKES = Set.of("f", "F", "f*", "S", "s", "B", "B*", "b", "b*");
    private static final Set<String> PAINTS = Set.of("sh", "Do", "BI", "Tj", "TJ");
    private static final Set<String> SHOWS_ON_NEXT_LINE = Set.of("'", "\"");
    private static final int OPERANDS = 4096;

    private final HiddenLayers layers;
    private final @Nullable COSDictionary resources;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ContentStreamWriter writer = new ContentStreamWriter(out);
    private final Deque<Boolean> marked = new ArrayDeque<>();
    private int hiddenDepth;
    private boolean leftOut;
    private boolean whole = true;

    private ContentMender(HiddenLayers layers, @Nullable COSDictionary resources) {
        this.layers = layers;
        this.resources = resources;
    }

    /// Content written anew.
    ///
    /// @param content well formed tokens
    /// @param whole whether the old content could be read to its end
    /// @param leftOut whether something of a hidden layer was left out
    record Mended(byte[] content, boolean whole, boolean leftOut) {}

    static Mended mend(byte[] content, HiddenLayers layers, @Nullable COSDictionary resources) throws IOException {
        ContentMender mender = new ContentMender(layers, resources);
        mender.copy(content);
        return new Mended(mender.out.toByteArray(), mender.whole, mender.leftOut);
    }

    private void copy(byte[] content) throws IOException {
        PDFStreamParser parser = new PDFStreamParser(content);
        List<COSBase> operands = new ArrayList<>();
        for (Object token = next(parser); token != null; token = next(parser)) {
            if (token instanceof Operator operator) {
                operator(operator, operands);
                operands.clear();
            } else if (token instanceof COSBase operand
                    && !(operand instanceof COSNull)
                    && operands.size() < OPERANDS) {
                operands.add(operand);
            }
        }
    }

    private @Nullable Object next(PDFStreamParser parser) {
        try {
            return parser.parseNextToken();
        } catch (IOException | RuntimeException e) {
            whole = false;
            return null;
        }
    }

    private void operator(Operator operator, List<COSBase> operands) throws IOException {
        String name = operator.getName();
        if (!isWritable(operator)) {
            return;
        }
        switch (name) {
            case "BMC", "BDC" -> begin(name, operands);
            case "EMC" -> end();
            default -> {
                if (hiddenDepth > 0 && hide(name) || name.equals("Do") && hidesObject(operands)) {
                    return;
                }
            }
        }
        for (COSBase operand : operands) {
            writer.writeToken(operand);
        }
        writer.writeToken(operator);
    }

    private static boolean isWritable(Operator operator) {
        String name = operator.getName();
        boolean plain = !name.isEmpty()
                && name.length() <= 3
                && name.chars().allMatch(c -> c > ' ' && c < 0x7F && "()<>[]{}/%".indexOf(c) < 0);
        return plain
                && (!name.equals("BI") || operator.getImageData() != null && operator.getImageParameters() != null);
    }

    private void begin(String name, List<COSBase> operands) {
        boolean hides = name.equals("BDC")
                && operands.size() == 2
                && COSName.OC.equals(operands.get(0))
                && operands.get(1) instanceof COSName property
                && layers.hides(named(COSName.PROPERTIES, property));
        marked.push(hides);
        hiddenDepth += hides ? 1 : 0;
    }

    private void end() {
        Boolean hid = marked.poll();
        hiddenDepth -= hid != null && hid ? 1 : 0;
    }

    /// Keeps the drawing state and the position going while nothing is painted.
    private boolean hide(String name) throws IOException {
        if (FILLS_OR_STROKES.contains(name)) {
            writer.writeToken(Operator.getOperator("n"));
        } else if (SHOWS_ON_NEXT_LINE.contains(name)) {
            writer.writeToken(Operator.getOperator("T*"));
        } else if (!PAINTS.contains(name)) {
            return false;
        }
        leftOut = true;
        return true;
    }

    private boolean hidesObject(List<COSBase> operands) {
        boolean hides = operands.size() == 1
                && operands.getFirst() instanceof COSName name
                && named(COSName.XOBJECT, name) instanceof COSDictionary object
                && layers.hides(object.getDictionaryObject(COSName.OC));
        leftOut |= hides;
        return hides;
    }

    private @Nullable COSBase named(COSName category, COSName name) {
        return resources != null && resources.getDictionaryObject(category) instanceof COSDictionary entries
                ? entries.getDictionaryObject(name)
                : null;
    }
}
