package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.reader.Manifest;
import java.util.List;
import java.util.function.BiConsumer;

/** What a single rule finds about a value at path {@code f}, one line each, without the name of the object. */
final class Found {
    private static final Manifest ANY = Manifest.of(VirtualService.of("own", "any", VirtualServiceSpec.empty()));

    private Found() {}

    static List<String> by(BiConsumer<DocumentPath, ManifestIssues> rule) {
        ManifestIssues issues = new ManifestIssues(ANY);
        rule.accept(DocumentPath.root().field("f"), issues);
        return issues.sorted().stream()
                .map(issue -> issue.toString().replace(" VirtualService/own/any", ""))
                .toList();
    }
}
