package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cairn.domain.served.SignatureSaid;

/// What the signatures of a bundle say, a few lines for each.
final class SignatureLines {

    private SignatureLines() {}

    static void tell(Output output, List<SignatureSaid> signatures) {
        if (signatures.isEmpty()) {
            output.say("signature.none");
        }
        for (int i = 0; i < signatures.size(); i++) {
            tell(output, i + 1, signatures.get(i));
        }
        if (!signatures.isEmpty()) {
            output.say("signature.trust");
        }
    }

    private static void tell(Output output, int number, SignatureSaid said) {
        output.say("signature.number", number);
        if (!said.subject().isEmpty()) {
            detail(output, "signature.subject", said.subject());
            if (said.selfIssued()) {
                detail(output, "signature.selfIssued");
            } else {
                detail(output, "signature.issuer", said.issuer());
            }
            detail(output, "signature.certificate", said.certificate().hex());
        }
        said.claimed().ifPresent(time -> detail(output, "signature.claimed", time.toString()));
        said.attested()
                .ifPresentOrElse(
                        time -> detail(
                                output,
                                "signature.attested",
                                time.at().toString(),
                                time.authority(),
                                time.certificate().hex()),
                        () -> detail(output, "signature.notAttested"));
    }

    private static void detail(Output output, String key, Object... arguments) {
        output.line("  " + output.text(key, arguments));
    }

    static ArrayNode json(List<SignatureSaid> signatures) {
        ArrayNode all = Output.array();
        for (SignatureSaid said : signatures) {
            ObjectNode one = all.addObject()
                    .put("subject", said.subject())
                    .put("issuer", said.issuer())
                    .put("selfIssued", said.selfIssued())
                    .put("certificate", said.certificate().hex())
                    .put("sound", said.sound())
                    .put("wholeFile", said.wholeFile());
            said.claimed().ifPresent(time -> one.put("claimed", time.toString()));
            said.attested()
                    .ifPresent(time -> one.putObject("attested")
                            .put("at", time.at().toString())
                            .put("authority", time.authority())
                            .put("certificate", time.certificate().hex())
                            .put("fits", time.fits()));
        }
        return all;
    }
}
