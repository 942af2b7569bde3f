package org.cairn.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.cairn.dates.Said;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.Identity;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.store.RecordJson;

/// Records that people and scripts write as JSON: the fields of the record, with its `kind`.
public final class Forms {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            // of two forms in one file, or two answers to one question, none may vanish unseen
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // what is wrong in a form must not be quoted in an exception
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Records records;
    private final Witnesses witnesses;
    private final Testimonies testimonies;

    Forms(Records records, Witnesses witnesses, Testimonies testimonies) {
        this.records = records;
        this.witnesses = witnesses;
        this.testimonies = testimonies;
    }

    /// Keeps what a form says; when it returns, it is durable.
    ///
    /// @param json an object with `kind` and the record's fields; comments are allowed. A witness may have `identity`
    /// @param seal whether a statement is sealed at once
    /// @throws ArchiveException.InvalidInput where, and why, a form is not as it must be
    public Kept take(String json, boolean seal) {
        return take(json, seal, Locale.ROOT);
    }

    /// The same.
    ///
    /// @param spoken the language in which dates are tried first where the form names none
    public Kept take(String json, boolean seal, Locale spoken) {
        Said writer = Said.in(spoken.getLanguage(), "").on(Optional.of(records.today()));
        ObjectNode form = object(json);
        RecordKind kind = kind(form);
        Optional<Identity> identity = identity(form);
        boolean asked = kind == RecordKind.TESTIMONY && wantsSeal(form);
        ArchiveRecord record = records.understood(RecordJson.written(kind, form.toString(), writer), writer);
        return switch (record) {
            case Witness witness -> witnesses.keep(witness, identity);
            case Testimony testimony -> seal || asked ? testimonies.keepSealed(testimony) : testimonies.keep(testimony);
            default -> records.keep(record);
        };
    }

    /// A bundle's draft as a form, to be filled in and read by [#bundle].
    public static String written(BundleDraft draft) {
        return object(RecordJson.canonical(draft)).toPrettyString();
    }

    /// A bundle's draft from a form, without keeping it.
    public static BundleDraft bundle(String json) {
        ObjectNode form = object(json);
        form.remove("kind");
        return (BundleDraft) RecordJson.read(RecordKind.BUNDLE, form.toString());
    }

    /// A form of an organisation's own, without keeping it.
    static FormDefinition form(String json) {
        ObjectNode form = object(json);
        form.remove("kind");
        return (FormDefinition) RecordJson.read(RecordKind.FORM, form.toString());
    }

    /// An empty form with comments that say what belongs where.
    public static String template(RecordKind kind) {
        try (InputStream in = Forms.class.getResourceAsStream("/forms/" + kind.code() + ".json")) {
            if (in == null) {
                throw new ArchiveException.InvalidInput("kind", "unknownValue");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `"sealed": true` in a form asks for what `--seal` asks for.
    private static boolean wantsSeal(ObjectNode form) {
        JsonNode sealed = form.remove("sealed");
        return sealed != null && sealed.asBoolean(false);
    }

    private static ObjectNode object(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode form) {
                return form;
            }
        } catch (JacksonException e) {
            throw new ArchiveException.InvalidInput("line " + line(e), "notJson");
        }
        throw new ArchiveException.InvalidInput("form", "notJson");
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static RecordKind kind(ObjectNode form) {
        JsonNode kind = form.get("kind");
        if (kind == null || !kind.isTextual()) {
            throw new ArchiveException.InvalidInput("kind", "missing");
        }
        String code = kind.asText();
        RecordKind known = RecordKind.ofCode(code.toLowerCase(java.util.Locale.ROOT))
                .orElseThrow(() -> new ArchiveException.InvalidInput("kind", "unknownValue"));
        form.remove("kind");
        if (isForm(known)) {
            form.put("kind", known.name());
        }
        return known;
    }

    private static boolean isForm(RecordKind kind) {
        return switch (kind) {
            case MEDICAL, PERSON, PLACE, EVENT, PAYMENT -> true;
            default -> false;
        };
    }

    private static Optional<Identity> identity(ObjectNode form) {
        JsonNode identity = form.remove("identity");
        return Optional.ofNullable(identity).map(node -> RecordJson.readValue(Identity.class, node.toString()));
    }
}
