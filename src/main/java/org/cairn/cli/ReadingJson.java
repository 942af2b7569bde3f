package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;

/// What was read of an item, for scripts.
final class ReadingJson {

    private ReadingJson() {}

    static ObjectNode of(Passage passage) {
        ObjectNode node = Output.object();
        node.put(passage.unit().name().toLowerCase(Locale.ROOT), passage.ordinal())
                .put("text", passage.text());
        passage.extent().ifPresent(extent -> node.set("extent", of(extent)));
        passage.language().ifPresent(language -> node.put("language", language.tag()));
        return node;
    }

    static ObjectNode of(Extent extent) {
        return Output.object()
                .put("of", extent.of().name().toLowerCase(Locale.ROOT))
                .put("from", extent.from())
                .put("to", extent.to())
                .put("within", extent.within());
    }

    static ObjectNode of(Reading reading) {
        ObjectNode node = Output.object();
        node.put("status", reading.status().name())
                .put("reason", reading.reason())
                .put("mediaType", reading.mediaType())
                .put("pages", reading.pages())
                .put("passages", reading.passages())
                .put("childrenExpected", reading.childrenExpected())
                .put("childrenFound", reading.childrenFound());
        Optional<LanguageTag> language = reading.language();
        language.ifPresent(tag -> node.put("language", tag.tag()));
        ClaimedDate.of(reading)
                .ifPresent(claim -> node.putObject("claimedDate")
                        .put("of", claim.of().name())
                        .put("edtf", claim.date().edtf()));
        ObjectNode metadata = node.putObject("metadata");
        reading.metadata().forEach(metadata::put);
        return node;
    }
}
