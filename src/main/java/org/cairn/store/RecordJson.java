package org.cairn.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Assessment;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Consent;
import org.cairn.domain.ElementLink;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Note;
import org.cairn.domain.RecordKind;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.SavedList;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.Serving;
import org.cairn.domain.SynonymGroup;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;

/// Records and other values of the domain as JSON and back, one member for each record component.
///
/// What is absent has no member. References, languages, fingerprints, days, instants and codes are strings; bytes are
/// hexadecimal. What is written is canonical (RFC 8785). What is read may be shorter than what is written: an absent
/// list is empty, an absent text is empty, a date may be its words alone, a paragraph its text alone, an exhibit its
/// reference alone.
public final class RecordJson {

    private RecordJson() {}

    /// The one JSON of a record.
    public static String canonical(ArchiveRecord record) {
        return write(record);
    }

    /// The one JSON of a value; keys are sorted, numbers are written as ECMAScript writes them.
    ///
    /// @throws ArchiveException.InvalidInput when it holds what JSON cannot say exactly: half a surrogate pair, a
    ///     number that no double holds
    public static String write(Object value) {
        return CanonicalJson.text(JsonWriting.node(value, rootOf(value.getClass())));
    }

    /// Understands the JSON of a record.
    ///
    /// @throws ArchiveException.InvalidInput naming the member, as `testimony.paragraphs[2].basis`, and what is wrong
    public static ArchiveRecord read(RecordKind kind, String json) {
        return read(kind, CanonicalJson.parse(json, kind.code()));
    }

    /// Understands what somebody wrote as JSON, with dates as they are said.
    ///
    /// @param said in which language dates are tried first where the record names none, and the day on which it is
    ///     written; in a statement dates are reckoned from the day on which it was given
    public static ArchiveRecord written(RecordKind kind, String json, Said said) {
        JsonNode node = CanonicalJson.parse(json, kind.code());
        String own = node.path("language").asText("").replaceAll("-.*", "");
        Said how = own.isEmpty() ? said : Said.in(own, "").on(said.on());
        Optional<LocalDate> on = kind == RecordKind.TESTIMONY ? given(node, how) : how.on();
        ScopedValue.Carrier carrier = ScopedValue.where(ShortForms.SPOKEN, how.language());
        carrier =
                how.on().isPresent() ? carrier.where(ShortForms.TODAY, how.on().get()) : carrier;
        carrier = on.isPresent() ? carrier.where(ShortForms.ON, on.get()) : carrier;
        return carrier.call(() -> read(kind, node));
    }

    /// The one day on which a statement was given.
    private static Optional<LocalDate> given(JsonNode testimony, Said how) {
        JsonNode date = testimony.path("interview").path("date");
        JsonNode words = date.isTextual() ? date : date.has("edtf") ? date.path("edtf") : date.path("verbatim");
        return SpokenDates.understand(Said.in(how.language(), words.asText("")).on(how.on()))
                .flatMap(FuzzyDate::day);
    }

    static ArchiveRecord read(RecordKind kind, JsonNode node) {
        JsonNode body = node instanceof ObjectNode object ? withoutKind(kind, object) : node;
        String own = body.path("language").asText("").replaceAll("-.*", "");
        String language = own.isEmpty() ? ShortForms.SPOKEN.orElse("") : own;
        return ScopedValue.where(ShortForms.LANGUAGE, language)
                .call(() -> (ArchiveRecord) JsonReading.value(body, typeOf(kind), kind.code()));
    }

    /// Understands the JSON of any other value.
    ///
    /// @throws ArchiveException.InvalidInput naming the member and what is wrong
    public static <T> T readValue(Class<T> type, String json) {
        String root = rootOf(type);
        return type.cast(JsonReading.value(CanonicalJson.parse(json, root), type, root));
    }

    /// People say in a form what it is a form of; only a form record has a member for it.
    private static ObjectNode withoutKind(RecordKind kind, ObjectNode object) {
        ObjectNode body = object.deepCopy();
        JsonNode said = body.remove("kind");
        if (said != null && !kind.name().equalsIgnoreCase(said.asText())) {
            throw new ArchiveException.InvalidInput(kind.code() + ".kind", "unknownValue");
        }
        if (typeOf(kind) == FormRecord.class) {
            body.put("kind", kind.name());
            if (!body.has("form")) {
                body.put("form", kind.code() + "/1");
            }
        }
        return body;
    }

    private static Class<? extends ArchiveRecord> typeOf(RecordKind kind) {
        return switch (kind) {
            case WITNESS -> Witness.class;
            case CONSENT -> Consent.class;
            case RISK -> RiskAssessment.class;
            case TESTIMONY -> Testimony.class;
            case EVIDENCE -> EvidenceItem.class;
            case BUNDLE -> BundleDraft.class;
            case FORM -> FormDefinition.class;
            case NOTE -> Note.class;
            case ASSESSMENT -> Assessment.class;
            case SEARCH -> SavedSearch.class;
            case LIST -> SavedList.class;
            case SYNONYMS -> SynonymGroup.class;
            case SERVING -> Serving.class;
            case LINK -> ElementLink.class;
            case MEDICAL, PERSON, PLACE, EVENT, PAYMENT -> FormRecord.class;
        };
    }

    private static String rootOf(Class<?> type) {
        String name = type.getSimpleName();
        return name.isEmpty() ? "value" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
