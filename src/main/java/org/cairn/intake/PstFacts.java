package org.cairn.intake;

import static org.cairn.intake.PstLetter.given;

import com.pff.PSTAppointment;
import com.pff.PSTContact;
import com.pff.PSTMessage;
import com.pff.PSTTask;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What Outlook keeps of a person, a meeting or a task that says nothing in words of its own.
final class PstFacts {

    private PstFacts() {}

    static String of(PSTMessage item) {
        return switch (item) {
            case PSTContact person ->
                lines(
                        person.getGivenName(),
                        person.getSurname(),
                        person.getCompanyName(),
                        person.getTitle(),
                        person.getEmail1EmailAddress(),
                        person.getEmail2EmailAddress(),
                        person.getBusinessTelephoneNumber(),
                        person.getHomeTelephoneNumber(),
                        person.getMobileTelephoneNumber(),
                        person.getWorkAddress(),
                        person.getHomeAddress(),
                        person.getNote());
            case PSTAppointment meeting ->
                lines(
                        time(meeting.getStartTime()),
                        time(meeting.getEndTime()),
                        meeting.getLocation(),
                        meeting.getAllAttendees());
            case PSTTask task -> lines(time(task.getTaskStartDate()), time(task.getTaskDueDate()), task.getTaskOwner());
            default -> "";
        };
    }

    private static String lines(@Nullable String... told) {
        return Stream.of(told)
                .map(PstLetter::given)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\r\n"));
    }

    private static String time(@Nullable Date at) {
        return at == null ? "" : given(at.toInstant().toString());
    }
}
