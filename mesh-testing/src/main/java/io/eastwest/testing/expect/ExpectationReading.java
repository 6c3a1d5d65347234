package io.eastwest.testing.expect;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.Manifest;
import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.Conditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an expectation of an entry of the file. */
final class ExpectationReading {
    private static final String PLACE = "write cluster/namespace/workload";

    private final Manifest manifest;
    private final DocumentPath path;
    private final List<Issue> issues;

    ExpectationReading(Manifest manifest, DocumentPath path, List<Issue> issues) {
        this.manifest = manifest;
        this.path = path;
        this.issues = issues;
    }

    /** {@return that a document says nothing that is expected} */
    static Issue notExpectations(Manifest manifest) {
        Issue issue = Issue.error(
                        IssueCode.INVALID_VALUE,
                        DocumentPath.root().field("kind"),
                        "a file of expectations holds no " + manifest.resource().kind(),
                        "write apiVersion: eastwest.io/v1 and kind: MeshExpectations")
                .about(manifest.resource().key());
        return manifest.location().map(issue::at).orElse(issue);
    }

    /** {@return the expectation; empty: it has problems, which are among the issues now} */
    Optional<Expectation> read(ExpectationDocument.Entry entry) {
        int before = issues.size();
        Optional<Call> call =
                entry.call().map(this::call).orElseGet(() -> problem("call", "call is missing", "say who calls what"));
        Conditions conditions = entry.when().map(this::conditions).orElse(Conditions.healthy());
        ExpectedChecks checks = new ExpectedChecks(this::problem);
        entry.expect()
                .ifPresentOrElse(
                        checks::add, () -> problem("expect", "expect is missing", "say what happens to the call"));
        if (issues.size() > before || call.isEmpty()) {
            return Optional.empty();
        }
        String name = entry.name().orElseGet(() -> call.get() + (entry.when().isEmpty() ? "" : " when " + conditions));
        return Optional.of(new Expectation(name, manifest.locate(path), call.get(), conditions, checks.all()));
    }

    private Conditions conditions(String text) {
        try {
            return Conditions.parse(text);
        } catch (IllegalArgumentException refused) {
            problem("when", String.valueOf(refused.getMessage()), "");
            return Conditions.healthy();
        }
    }

    private Optional<Call> call(ExpectationDocument.CallText text) {
        Optional<CallDraft> draft = draft(text);
        if (text.from().isPresent() == text.arrivingAt().isPresent()) {
            return problem(
                    "call",
                    "a call has either from or arrivingAt",
                    "name the caller, or the gateway where a call from outside arrives");
        }
        String field = text.from().isPresent() ? "from" : "arrivingAt";
        String place = text.from().or(text::arrivingAt).orElseThrow();
        String[] parts = place.split("/", -1);
        if (parts.length != 3 || List.of(parts).contains("")) {
            return problem("call." + field, "\"" + place + "\" names no workload", PLACE);
        }
        return draft.map(each -> text.from().isPresent()
                ? each.from(parts[2], parts[1], parts[0])
                : each.arrivingAt(parts[2], parts[1], parts[0]));
    }

    private Optional<CallDraft> draft(ExpectationDocument.CallText text) {
        if (text.url().isPresent() == text.tcp().isPresent()) {
            return problem("call", "a call has either url or tcp", "write a URL, or host:port of a TCP connection");
        }
        if (text.tcp().isPresent()) {
            if (text.method().isPresent() || !text.headers().isEmpty()) {
                return problem("call", "a TCP connection has no method and no headers", "remove them");
            }
            return tcp(text.tcp().get());
        }
        try {
            CallDraft draft = Call.http(text.method().orElse("GET"), text.url().orElseThrow());
            for (Map.Entry<String, String> header : text.headers().entrySet()) {
                draft = draft.header(header.getKey(), header.getValue());
            }
            return Optional.of(draft);
        } catch (IllegalArgumentException refused) {
            return problem(
                    "call.url", String.valueOf(refused.getMessage()), "write http://host[:port][/path], or https");
        }
    }

    private Optional<CallDraft> tcp(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        boolean isPort = port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= 65_535;
        if (colon < 1 || !isPort) {
            return problem("call.tcp", "\"" + text + "\" is no host:port", "write a host and a port, 1 to 65535");
        }
        return Optional.of(Call.tcp(text.substring(0, colon), Integer.parseInt(port)));
    }

    /** Notes a problem of a field of the entry; {@return nothing} */
    private <T> Optional<T> problem(String field, String message, String hint) {
        DocumentPath place = path;
        for (String name : field.split("\\.", -1)) {
            place = place.field(name);
        }
        Issue issue = Issue.error(IssueCode.INVALID_VALUE, place, message, hint)
                .about(manifest.resource().key());
        issues.add(manifest.locate(place)
                .or(() -> manifest.locate(path))
                .map(issue::at)
                .orElse(issue));
        return Optional.empty();
    }
}
