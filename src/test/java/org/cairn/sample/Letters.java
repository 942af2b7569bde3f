package org.cairn.sample;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Electronic letters: one with two attachments, one that carries another letter within.
final class Letters {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

    private Letters() {}

    static byte[] quotation(byte[] quotationPdf) {
        String dates = """
                SYNTHETIC – SAMPLE DATA;;
                date;salle;dossier
                5 septembre 2023;2 et 3;libre
                12 septembre 2023;2 et 3;23-0912-B, réservée
                19 septembre 2023;2 et 3;libre
                """;
        String body = """
                SYNTHETIC – SAMPLE DATA

                Chère Madame,

                merci de votre message d’hier. Vous trouverez ci-joint notre devis (120 000 EUR, tout compris)
                et les dates encore libres. Dès réception du premier versement, nous fixons le jour et nous
                cherchons un donneur compatible ; comptez onze à quatorze jours sur place.

                Merci de nous envoyer votre groupe sanguin et votre typage HLA.

                Bien à vous,
                Odile K., coordination internationale
                """;
        return (headers(
                                "Odile K. <coordination@meridian.invalid>",
                                "patiente@aurelle.invalid",
                                "=?UTF-8?B?" + base64Word("Votre demande – devis et dates (SYNTHETIC – SAMPLE DATA)")
                                        + "?=",
                                "Thu, 15 Jun 2023 09:12:44 +0200",
                                "quotation-1")
                        + "Content-Type: multipart/mixed; boundary=\"part-q\"\r\n\r\n"
                        + text("part-q", body)
                        + attachment("part-q", "application/pdf", "devis-23-0912-B.pdf", quotationPdf)
                        + attachment("part-q", "text/csv; charset=UTF-8", "dates.csv", utf8(dates))
                        + "--part-q--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] forwarded() {
        String note = """
                SYNTHETIC – SAMPLE DATA

                Printed and kept on the day it came. See below.
                """;
        String inner = """
                SYNTHETIC – SAMPLE DATA

                Dear Dr R.,

                twenty-nine cases are before the committee this month. We should be grateful if you could
                take the Tuesdays as before. The usual consideration will be ready at the office, per pair of
                theatres, in the currency you prefer.

                Please do not answer in writing.

                Odile K.
                """;
        String schedule = """
                SYNTHETIC – SAMPLE DATA
                3 October: theatres 2 and 3
                10 October: theatres 2 and 3
                17 October: theatres 2 and 3
                """;
        String carried = headers(
                        "Odile K. <coordination@meridian.invalid>",
                        "dr.r@meridian.invalid",
                        "October (SYNTHETIC, SAMPLE DATA)",
                        "Mon, 02 Oct 2023 08:05:10 +0200",
                        "inner-1")
                + "Content-Type: multipart/mixed; boundary=\"part-i\"\r\n\r\n"
                + text("part-i", inner)
                + attachment("part-i", "text/plain; charset=UTF-8", "tuesdays.txt", utf8(schedule))
                + "--part-i--\r\n";
        return (headers(
                                "mailbox@meridian.invalid",
                                "kept@meridian.invalid",
                                "Fwd: October (SYNTHETIC, SAMPLE DATA)",
                                "Mon, 02 Oct 2023 17:40:00 +0200",
                                "outer-1")
                        + "Content-Type: multipart/mixed; boundary=\"part-o\"\r\n\r\n"
                        + text("part-o", note)
                        + "--part-o\r\nContent-Type: message/rfc822\r\n"
                        + "Content-Disposition: attachment; filename=\"October.eml\"\r\n\r\n"
                        + carried
                        + "\r\n--part-o--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String headers(String from, String to, String subject, String date, String id) {
        return "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nDate: " + date + "\r\nMessage-ID: <"
                + id + "@meridian.invalid>\r\nMIME-Version: 1.0\r\n";
    }

    private static String text(String boundary, String words) {
        return "--" + boundary + "\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + BASE64.encodeToString(utf8(words)) + "\r\n";
    }

    private static String attachment(String boundary, String type, String name, byte[] content) {
        return "--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"
                + BASE64.encodeToString(content) + "\r\n";
    }

    private static String base64Word(String words) {
        return Base64.getEncoder().encodeToString(utf8(words));
    }

    private static byte[] utf8(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
