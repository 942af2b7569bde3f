package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.domain.Redaction;
import org.junit.jupiter.api.Test;

class RedactionJsonTest {

    @Test
    void keepsARedactionAsItIs() {
        Redaction redaction = new Redaction(3, new Area(0.125, 1 / 3.0, 0.1 + 0.2, 0.0625), "WITNESS_IDENTITY");

        String json = RecordJson.write(redaction);

        assertThat(RecordJson.readValue(Redaction.class, json)).isEqualTo(redaction);
    }

    @Test
    void refusesAnAreaBeyondThePage() {
        String json = "{\"page\":1,\"reason\":\"SOURCE\",\"area\":{\"x\":0.9,\"y\":0,\"width\":0.2,\"height\":0.1}}";

        assertThatThrownBy(() -> RecordJson.readValue(Redaction.class, json))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }
}
