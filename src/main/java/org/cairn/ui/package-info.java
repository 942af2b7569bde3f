/// The desktop. One subpackage a task; `ui.common` is what they share, `ui.shell` the window around them.
///
/// **How a screen is added**
///
/// 1. A package `ui.<task>` with a `package-info` of one paragraph, an `XView` (nodes only) and an `XViewModel`
///    (JavaFX properties, no `javafx.scene`) in the same package. Screens do not know one another.
/// 2. A final class that implements [org.cairn.ui.common.Screen] and takes a [org.cairn.ui.common.Desk]: the open
/// archive,
///    `tasks()`, `words()`, `errors()`, and `go(Place)` to lead elsewhere. `arrive(place)` shows what the place asks
///    for and refreshes; `place()` says where one is, so that a lock or a change of language can come back;
///    `parting()` takes a copy of what is unsaved, to be kept before the keys are wiped; `close()` stops timers.
/// 3. One line in `app.Wiring`: `new ScreenEntry("evidence", Material2MZ.…, EvidenceScreen::new)`, and its word
///    `rail.<code>` in message area `shell`. The codes `home`, `testimony`, `evidence`, `search`, `bundles`, `custody`
///    and `settings` have words already, and [org.cairn.ui.common.Place] knows which of them opens which record. The
///    search field at the top appears once a screen `search` exists; what is typed comes as `place.words()`.
/// 4. Its sentences in an area of its own, `resources/messages/<area>_<language>.properties`, English and Arabic
///    complete. Keys put together at run time are declared by their prefix in `MessageFilesTest`.
///
/// **Rules of the house here**
///
/// - Use cases are called through `desk.tasks()` only: `fetch` for quick work, `start` for what shows in the status bar
///   and can be cancelled. A failure goes through `desk.errors().tell(…)` into a
///   [org.cairn.ui.common.Notice] in the place where it happened; no dialog.
/// - Every control has a stable `#id` and an accessible text: [org.cairn.ui.common.Glyphs] makes buttons,
///   [org.cairn.ui.common.FieldRow] names fields, [org.cairn.ui.common.Headed] gives a screen its heading, cards,
///   quiet lines and empty states, [org.cairn.ui.common.Badge] its small facts.
/// - Long lists are a `TableView` or `ListView` over [org.cairn.ui.common.PagedRows] (lines not fetched yet are null).
/// - Text that a witness or a document wrote gets its direction from [org.cairn.ui.common.Direction]; a label that
/// holds
///   a path or a hash alone keeps it together by `Direction.isolate`. No italics where Arabic may stand: the slanted
///   font has no Arabic, and the toolkit then draws wrong letters.
/// - PDF pages come from [org.cairn.ui.pages.PdfPages], pictures from [org.cairn.ui.pages.Pictures], both drawn in a
///   process apart and asked for by `tasks().look`; graphic pictures stand
///   behind a [org.cairn.ui.common.Veil]. Nothing is ever written to disk.
/// - Style classes are in `resources/styles/cairn.css`; colours are AtlantaFX's (`-color-fg-muted`…) and the few
///   `-cairn-…` at its top, never literal in code.
/// - Tests: view models with [org.cairn.ui.common.DirectTasks]; whole flows with TestFX, headless. Call
///   `Looks.prepare()` first wherever a text may be laid out: without it, Arabic that wraps breaks the toolkit.
@NullMarked
package org.cairn.ui;

import org.jspecify.annotations.NullMarked;
