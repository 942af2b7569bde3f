package org.cairn.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.medical.Finding;
import org.cairn.domain.medical.LabResult;
import org.cairn.i18n.Messages;

/// What a medical report says besides the clinician's own words, in the clinician's language where the program speaks
/// it, in the bundle's otherwise.
final class MedicalWords {

    private static final List<String> FINDINGS = List.of("scar-code", "finding-code");

    private final Words plain;
    private final Messages medical;

    MedicalWords(LanguageTag language, Words ofBundle) {
        Locale own = Locale.forLanguageTag(language.tag());
        boolean spoken = Messages.LANGUAGES.stream()
                .anyMatch(known -> known.getLanguage().equals(own.getLanguage()));
        this.plain = spoken ? new Words(own) : ofBundle;
        this.medical = Messages.of("medical", plain.locale());
    }

    Words plain() {
        return plain;
    }

    String text(String key, Object... arguments) {
        return medical.text(key, arguments);
    }

    String field(String name) {
        return medical.text("field." + name);
    }

    /// What a code means; nothing of no code.
    String coded(String list, String code) {
        return code.isEmpty() ? "" : plain.coded(list, code);
    }

    String codes(String list, List<String> codes) {
        return plain.list(codes.stream().map(code -> coded(list, code)).toList());
    }

    String date(Optional<FuzzyDate> date) {
        return plain.date(date);
    }

    String finding(Finding finding) {
        return FINDINGS.stream()
                .map(list -> named(list, finding.code()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(finding.code());
    }

    private Optional<String> named(String list, String code) {
        String name = plain.coded(list, code);
        return name.equals(code.replace('_', ' ').toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(name);
    }

    /// Where a finding is: its region in words, else its side.
    String where(Finding finding) {
        return finding.region().isEmpty() ? coded("body-side", finding.side()) : coded("body-region", finding.region());
    }

    String size(Finding finding) {
        return finding.lengthMm()
                .map(length -> finding.widthMm()
                        .map(width -> text("report.sizes", length, width))
                        .orElseGet(() -> text("report.size", length)))
                .orElseGet(() -> finding.widthMm()
                        .map(width -> text("report.size", width))
                        .orElse(""));
    }

    String analyte(LabResult result) {
        String name = result.analyte().isBlank() ? coded("analyte", result.loinc()) : result.analyte();
        return result.loinc().isEmpty() ? name : name + "\n" + "LOINC " + result.loinc();
    }

    String flag(LabResult result) {
        return result.flag()
                .map(flag -> switch (flag) {
                    case LOW -> "↓ " + text("report.flagLow");
                    case HIGH -> "↑ " + text("report.flagHigh");
                    case WITHIN -> text("report.flagWithin");
                })
                .orElse("");
    }

    String range(LabResult result) {
        if (result.low().isEmpty() && result.high().isEmpty()) {
            return "";
        }
        return result.low().isEmpty()
                ? "≤ " + result.high()
                : result.high().isEmpty() ? "≥ " + result.low() : result.low() + " – " + result.high();
    }

    Table.Row row(String field, String value) {
        return Table.Row.of(field(field), value);
    }
}
