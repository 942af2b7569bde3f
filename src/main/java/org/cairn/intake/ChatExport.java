package org.cairn.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Whose export a chat is, and how one message is read out of it.
sealed interface ChatExport permits TelegramExport, SignalExport {

    /// Told by one message.
    static Optional<ChatExport> of(JsonNode object) {
        if (TelegramExport.writes(object)) {
            return Optional.of(new TelegramExport());
        }
        return SignalExport.writes(object) ? Optional.of(new SignalExport()) : Optional.empty();
    }

    /// The program's name.
    String called();

    /// One message; nothing for what is none.
    Optional<Chat.Message> message(JsonNode object);
}
