package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// Prepares a source's form so that every value has a look that can be painted onto its page.
final class FormReady {

    private static final int FIELDS = 50_000;

    private FormReady() {}

    /// Gives fields without a look one, as a reader would when opening the source.
    static void prepare(PDDocument source, Notes notes) {
        try {
            PDAcroForm form = source.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                prepare(form, notes);
            }
        } catch (RuntimeException e) {
            notes.count(Notes.Kind.FIELDS_NOT_SHOWN);
        }
    }

    private static void prepare(PDAcroForm form, Notes notes) {
        boolean all = form.getNeedAppearances();
        int fields = 0;
        for (PDField field : form.getFieldTree()) {
            if (++fields > FIELDS) {
                break;
            }
            if (field instanceof PDSignatureField signature) {
                if (signature.getSignature() != null) {
                    notes.count(Notes.Kind.SIGNED);
                }
                continue;
            }
            if (field instanceof PDTextField text && text.isPassword()) {
                mask(text);
            }
            if (field instanceof PDTerminalField terminal && (all || lacksLook(terminal))) {
                giveLook(form, terminal);
            }
        }
        if (form.xfaIsDynamic()) {
            notes.count(Notes.Kind.DYNAMIC_FORM);
        }
    }

    /// What was typed into a field for a password is never shown, neither on paper nor by a look that whoever filled it
    /// in gave it.
    private static void mask(PDTextField field) {
        int letters = value(field.getCOSObject()).length();
        if (letters > 0) {
            field.getCOSObject().setString(COSName.V, "*".repeat(letters));
        }
        field.getWidgets().forEach(widget -> widget.getCOSObject().removeItem(COSName.AP));
    }

    private static boolean lacksLook(PDTerminalField field) {
        for (PDAnnotationWidget widget : field.getWidgets()) {
            if (widget.getCOSObject().getDictionaryObject(COSName.AP) == null) {
                return true;
            }
        }
        return false;
    }

    private static void giveLook(PDAcroForm form, PDTerminalField field) {
        if (field instanceof PDButton || value(field.getCOSObject()).isEmpty()) {
            return;
        }
        try {
            form.refreshAppearances(List.of(field));
        } catch (IOException | RuntimeException e) {
            // the old look may be that of another value: without one, the painter draws the value itself
            field.getWidgets().forEach(widget -> widget.getCOSObject().removeItem(COSName.AP));
        }
    }

    /// The value a field's widget shows, looked for upwards as it is inherited.
    static String value(COSDictionary widget) {
        COSDictionary node = widget;
        for (int depth = 0; depth < 32; depth++) {
            COSBase value = node.getDictionaryObject(COSName.V);
            if (value != null) {
                return text(value);
            }
            if (!(node.getDictionaryObject(COSName.PARENT) instanceof COSDictionary parent)) {
                break;
            }
            node = parent;
        }
        return "";
    }

    private static String text(COSBase value) {
        return switch (value) {
            case org.apache.pdfbox.cos.COSString string -> string.getString();
            case COSArray array ->
                String.join(
                        ", ",
                        java.util.stream.IntStream.range(0, array.size())
                                .mapToObj(i -> array.getObject(i))
                                .filter(java.util.Objects::nonNull)
                                .map(FormReady::text)
                                .toList());
            case org.apache.pdfbox.cos.COSStream stream -> stream.toTextString();
            default -> "";
        };
    }
}
