package io.eastwest.model.validation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.topology.MeshTopology;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What an object may say about itself, whatever its kind. Mirrors kubernetes 1.34 {@code
 * staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go:validateObjectMetaAccessorWithOptsCommon} and {@code
 * staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go:ValidateLabels}.
 */
final class MetadataRules {
    static final DocumentPath METADATA = DocumentPath.root().field("metadata");

    private static final int MOST_ANNOTATION_BYTES = 256 * 1024;

    private MetadataRules() {}

    /** Checks; a topology is no object of an API server. */
    static void check(MeshResource resource, ManifestIssues issues) {
        if (resource instanceof MeshTopology) {
            return;
        }
        ObjectMeta metadata = resource.metadata();
        ObjectNameRules.check(resource, issues);
        checkLabels(metadata.labels(), METADATA.field("labels"), issues);
        checkAnnotations(metadata.annotations(), METADATA.field("annotations"), issues);
        LifecycleRules.check(resource, issues);
        IstioAnnotationRules.check(resource, issues);
        if (metadata.generation().orElse(0) < 0) {
            issues.error(
                    IssueCode.NUMBER_OUT_OF_BOUNDS,
                    METADATA.field("generation"),
                    "must be 0 or more but was " + metadata.generation().getAsLong(),
                    "remove it; the API server counts");
        }
    }

    private static void checkLabels(Map<String, String> labels, DocumentPath path, ManifestIssues issues) {
        labels.forEach((key, value) -> {
            if (!LabelForm.isKey(key)) {
                String message = "key " + IssueText.quote(key) + " of a label is malformed";
                issues.error(IssueCode.LABEL_INVALID, path.field(key), message, LabelForm.KEY_DESCRIPTION);
            } else if (!LabelForm.isValue(value)) {
                String message = "value " + IssueText.quote(value) + " of a label is malformed";
                issues.error(IssueCode.LABEL_INVALID, path.field(key), message, LabelForm.VALUE_DESCRIPTION);
            }
        });
    }

    private static void checkAnnotations(Map<String, String> annotations, DocumentPath path, ManifestIssues issues) {
        long bytes = 0;
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            String key = annotation.getKey();
            bytes += size(key) + size(annotation.getValue());
            if (!LabelForm.isKey(key.toLowerCase(Locale.ROOT))) {
                String message = "key " + IssueText.quote(key) + " of an annotation is malformed";
                issues.error(IssueCode.ANNOTATION_INVALID, path.field(key), message, LabelForm.KEY_DESCRIPTION);
            }
        }
        if (bytes > MOST_ANNOTATION_BYTES) {
            String message = "all annotations together are " + bytes + " bytes";
            String hint = "an object has " + MOST_ANNOTATION_BYTES + " bytes of them at most";
            issues.error(IssueCode.TEXT_TOO_LONG, path, message, hint);
        }
    }

    private static long size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
