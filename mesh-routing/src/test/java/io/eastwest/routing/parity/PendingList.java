package io.eastwest.routing.parity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What cannot pass yet, each with its reason. An entry under which nothing fails any more must go.
 *
 * @param entries entries
 */
record PendingList(List<PendingEntry> entries) {
    /** No entry. */
    static final PendingList NONE = new PendingList(List.of());

    static PendingList read(Path file) {
        List<PendingEntry> entries = new ArrayList<>();
        ParityYaml.read(file)
                .path("pending")
                .forEach(entry -> entries.add(new PendingEntry(
                        entry.path("id").asText(), entry.path("reason").asText())));
        return new PendingList(entries);
    }

    Optional<PendingEntry> covering(Verdict verdict) {
        return entries.stream().filter(entry -> entry.covers(verdict)).findFirst();
    }

    /** {@return a line for each entry that should not be there} */
    List<String> mistakes(List<Verdict> verdicts) {
        List<String> mistakes = new ArrayList<>();
        for (PendingEntry entry : entries) {
            List<Verdict> covered = verdicts.stream().filter(entry::covers).toList();
            if (entry.reason().isBlank()) {
                mistakes.add(entry.id() + " is pending without a reason; say why");
            }
            if (covered.isEmpty()) {
                mistakes.add(entry.id() + " is pending but names nothing; remove it");
            } else if (covered.stream().allMatch(Verdict::passed)) {
                mistakes.add(entry.id() + " is pending but passes; remove it");
            }
        }
        return mistakes;
    }
}
