package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects the problems of one object and finds their places. One value gets each code once: the first report counts,
 * but an error takes the place of a warning.
 */
final class ManifestIssues {
    private final Manifest manifest;
    private final Part part;
    private final Map<Subject, Issue> issues;
    private final boolean warnings;

    ManifestIssues(Manifest manifest) {
        this(manifest, new Part(DocumentPath.root(), manifest::locate), new LinkedHashMap<>(), true);
    }

    private ManifestIssues(Manifest manifest, Part part, Map<Subject, Issue> issues, boolean warnings) {
        this.manifest = manifest;
        this.part = part;
        this.issues = issues;
        this.warnings = warnings;
    }

    /** {@return a view that forgets warnings, for the places where the webhook does} */
    ManifestIssues errorsOnly() {
        return new ManifestIssues(manifest, part, issues, false);
    }

    /** {@return a view of a part of the object: paths start there, and places are those of the part} */
    ManifestIssues below(DocumentPath path, Function<DocumentPath, Optional<SourceLocation>> places) {
        return new ManifestIssues(manifest, new Part(part.base().resolve(path), places), issues, warnings);
    }

    void error(IssueCode code, DocumentPath path, String message, String hint) {
        add(Issue.error(code, path, message, hint));
    }

    void warning(IssueCode code, DocumentPath path, String message, String hint) {
        add(Issue.warning(code, path, message, hint));
    }

    /** Adds what another package found about the object, with or without a place. */
    void add(Issue issue) {
        Issue placed = part.places().apply(issue.path()).map(issue::at).orElse(issue);
        addPlaced(placed.below(part.base()));
    }

    /** Adds what was found about the object together with its place. */
    void addPlaced(Issue issue) {
        if (!warnings && !issue.isError()) {
            return;
        }
        Subject subject = new Subject(issue.code(), issue.path());
        Issue known = issues.get(subject);
        if (known == null || issue.isError() && !known.isError()) {
            issues.put(subject, issue.about(manifest.resource().key()));
        }
    }

    List<Issue> sorted() {
        List<Issue> sorted = new ArrayList<>(issues.values());
        Collections.sort(sorted);
        return Collections.unmodifiableList(sorted);
    }

    private record Part(DocumentPath base, Function<DocumentPath, Optional<SourceLocation>> places) {}

    private record Subject(IssueCode code, DocumentPath path) {}
}
