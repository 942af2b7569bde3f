package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.jspecify.annotations.Nullable;

/// What stands in a content stream, word by word (ISO 19005-2, 6.1 and 6.2): only what the standard knows, within its
/// limits, in colours that hold, and by names that are there.
final class ArchivalContent {

    private static final Set<String> OPERATORS = Set.of(
            ("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J l m M MP n q Q"
                            + " re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"")
                    .split(" "));
    private static final int DEEPEST_SAVED = 28;
    private static final int LONGEST_STRING = 32_767;
    private static final int LONGEST_NAME = 127;

    private final byte[] content;
    private final COSDictionary resources;
    private int saved;

    ArchivalContent(byte[] content, COSDictionary resources) {
        this.content = content;
        this.resources = resources;
    }

    boolean holds() {
        if (!ContentScan.of(content).good() || oddDigits()) {
            return false;
        }
        List<COSBase> operands = new ArrayList<>();
        PDFStreamParser parser = new PDFStreamParser(content);
        try {
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                if (token instanceof Operator operator) {
                    if (!holds(operator, operands)) {
                        return false;
                    }
                    operands.clear();
                } else if (token instanceof COSBase operand && isWithinLimits(operand)) {
                    operands.add(operand);
                } else {
                    return false;
                }
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
        return true;
    }

    private boolean holds(Operator operator, List<COSBase> operands) {
        COSBase last = operands.isEmpty() ? null : operands.getLast();
        return switch (operator.getName()) {
            // colours of four inks need a paper, which sRGB is not
            case "k", "K" -> false;
            case "q" -> ++saved <= DEEPEST_SAVED;
            case "Q" -> --saved >= 0;
            case "ri" ->
                last instanceof COSName intent && ArchivalWalk.intents().contains(intent.getName());
            case "cs", "CS" -> ArchivalColours.hold(last) || isThere(COSName.COLORSPACE, last);
            case "scn", "SCN" -> !(last instanceof COSName) || isThere(COSName.PATTERN, last);
            case "Do" -> isThere(COSName.XOBJECT, last);
            case "gs" -> isThere(COSName.EXT_G_STATE, last);
            case "sh" -> isThere(COSName.SHADING, last);
            case "Tf" -> operands.size() == 2 && isThere(COSName.FONT, operands.getFirst());
            case "BI" -> picture(operator.getImageParameters());
            default -> OPERATORS.contains(operator.getName());
        };
    }

    private boolean isThere(COSName kind, @Nullable COSBase name) {
        return name instanceof COSName key
                && resources.getDictionaryObject(kind) instanceof COSDictionary there
                && there.getDictionaryObject(key) != null;
    }

    /// A picture within the content: its own abbreviations, and no filter that archives do not know.
    private boolean picture(@Nullable COSDictionary parameters) {
        if (parameters == null
                || parameters.getBoolean(COSName.I, COSName.INTERPOLATE, false)
                || String.valueOf(parameters.getDictionaryObject(COSName.F, COSName.FILTER))
                        .contains("LZW")) {
            return false;
        }
        COSBase space = parameters.getDictionaryObject(COSName.CS, COSName.COLORSPACE);
        return space == null || ArchivalColours.hold(space) || isThere(COSName.COLORSPACE, space);
    }

    private static boolean isWithinLimits(COSBase operand) {
        return switch (operand) {
            case COSString string -> string.getBytes().length <= LONGEST_STRING;
            case COSName name -> name.getName().length() <= LONGEST_NAME;
            case COSInteger number -> Math.abs(number.longValue()) <= Integer.MAX_VALUE;
            case COSNumber number -> Math.abs(number.floatValue()) < 3.4e38;
            default -> true;
        };
    }

    /// Whether there are strings of hexadecimal digits whose last digit lacks the other half.
    private boolean oddDigits() {
        int digits = -1;
        for (int i = 0; i < content.length; i++) {
            int c = content[i];
            if (c == '<') {
                boolean dictionary = i + 1 < content.length && content[i + 1] == '<';
                digits = dictionary ? -1 : 0;
                i += dictionary ? 1 : 0;
            } else if (c == '>' && digits >= 0) {
                if (digits % 2 != 0) {
                    return true;
                }
                digits = -1;
            } else if (digits >= 0) {
                digits = Character.digit(c, 16) >= 0 ? digits + 1 : c > ' ' ? -1 : digits;
            }
        }
        return false;
    }
}
