package io.eastwest.model.validation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.ObjectMeta;

/**
 * What an object may be called and in which namespace. An object of a kind that lives in a namespace may leave it out in a
 * file: kubectl puts it into the one it is called with, here {@code default}. Mirrors kubernetes 1.34 {@code
 * staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go:ValidateObjectMetaAccessor}, the names of {@code
 * pkg/apis/core/validation}, {@code pkg/apis/apps/validation} and {@code pkg/apis/rbac/validation}, and {@code
 * staging/src/k8s.io/apiserver/pkg/registry/rest/meta.go:EnsureObjectNamespaceMatchesRequestNamespace}.
 */
final class ObjectNameRules {
    private final MeshResource resource;
    private final ObjectMeta metadata;
    private final ManifestIssues issues;

    private ObjectNameRules(MeshResource resource, ManifestIssues issues) {
        this.resource = resource;
        this.metadata = resource.metadata();
        this.issues = issues;
    }

    static void check(MeshResource resource, ManifestIssues issues) {
        ObjectNameRules rules = new ObjectNameRules(resource, issues);
        rules.checkName();
        rules.checkNamespace();
    }

    private void checkName() {
        NameForm form = form(resource);
        String name = metadata.name();
        boolean nameless = name.isEmpty() && resource instanceof UnknownResource; // such as kustomization.yaml
        if (!nameless && !form.takes(name)) {
            refuse("name", "name " + IssueText.quote(name) + " of a " + resource.kind() + " is malformed", form);
        }
        metadata.generateName()
                .filter(start -> !start.isEmpty() && !form.takesStart(start))
                .ifPresent(start -> refuse(
                        "generateName", "no name of a " + resource.kind() + " starts " + IssueText.quote(start), form));
    }

    private void checkNamespace() {
        String namespace = metadata.namespace().orElse("");
        if (namespace.isEmpty()) {
            return;
        }
        if (!resource.namespaced()) {
            issues.warning(
                    IssueCode.FIELD_WITHOUT_EFFECT,
                    MetadataRules.METADATA.field("namespace"),
                    "an object of kind " + resource.kind() + " is in no namespace and this one is dropped",
                    "remove it");
        } else if (!NameForm.DNS_LABEL.takes(namespace)) {
            refuse("namespace", "namespace " + IssueText.quote(namespace) + " is malformed", NameForm.DNS_LABEL);
        }
    }

    private void refuse(String field, String message, NameForm form) {
        DocumentPath path = MetadataRules.METADATA.field(field);
        issues.error(IssueCode.NAME_INVALID, path, message, "it is " + form.description());
    }

    private static NameForm form(MeshResource resource) {
        if (resource instanceof UnknownResource) {
            return NameForm.PATH_SEGMENT;
        }
        return switch (resource.group()) {
            case "rbac.authorization.k8s.io" -> NameForm.PATH_SEGMENT;
            case "apps" -> resource.kind().equals("StatefulSet") ? NameForm.DNS_LABEL : NameForm.DNS_SUBDOMAIN;
            case "" -> ofCore(resource.kind());
            default -> NameForm.DNS_SUBDOMAIN;
        };
    }

    /** Before its feature gate RelaxedServiceNameValidation, a Service must not start with a digit. */
    private static NameForm ofCore(String kind) {
        return switch (kind) {
            case "Namespace" -> NameForm.DNS_LABEL;
            case "Service" -> NameForm.DNS_1035_LABEL;
            default -> NameForm.DNS_SUBDOMAIN;
        };
    }
}
