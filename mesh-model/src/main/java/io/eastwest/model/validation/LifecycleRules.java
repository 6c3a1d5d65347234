package io.eastwest.model.validation;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.OwnerReference;
import java.util.List;

/**
 * Who keeps an object alive and who takes it away: owners and finalizers. Mirrors kubernetes 1.34 {@code
 * staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go:ValidateOwnerReferences, ValidateFinalizers}, {@code
 * pkg/apis/core/validation/validation.go:validateKubeFinalizerName} and, for custom resources, {@code
 * staging/src/k8s.io/apiextensions-apiserver/pkg/registry/customresource/validator.go:validateKubeFinalizerName}.
 */
final class LifecycleRules {
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";
    private static final List<String> STANDARD = List.of("kubernetes", ORPHAN, FOREGROUND);

    /** Groups of an API server's own kinds, which take no finalizer of somebody without a domain. */
    private static final List<String> BUILT_IN = List.of(
            "", "apps", "discovery.k8s.io", "rbac.authorization.k8s.io", "apiextensions.k8s.io", "route.openshift.io");

    private LifecycleRules() {}

    static void check(MeshResource resource, ManifestIssues issues) {
        checkFinalizers(resource, MetadataRules.METADATA.field("finalizers"), issues);
        checkOwners(resource.metadata().ownerReferences(), MetadataRules.METADATA.field("ownerReferences"), issues);
    }

    private static void checkFinalizers(MeshResource resource, DocumentPath path, ManifestIssues issues) {
        List<String> finalizers = resource.metadata().finalizers();
        for (int i = 0; i < finalizers.size(); i++) {
            String name = finalizers.get(i);
            if (!LabelForm.isKey(name)) {
                String message = "finalizer " + IssueText.quote(name) + " is malformed";
                issues.error(IssueCode.FINALIZER_INVALID, path.index(i), message, LabelForm.KEY_DESCRIPTION);
            } else if (name.indexOf('/') < 0 && !STANDARD.contains(name) && !(resource instanceof UnknownResource)) {
                checkUnqualified(name, BUILT_IN.contains(resource.group()), path.index(i), issues);
            }
        }
        if (finalizers.contains(ORPHAN) && finalizers.contains(FOREGROUND)) {
            String message = ORPHAN + " and " + FOREGROUND + " must not both be set";
            issues.error(IssueCode.FINALIZER_INVALID, path, message, "remove one of them");
        }
    }

    private static void checkUnqualified(String name, boolean builtIn, DocumentPath path, ManifestIssues issues) {
        String message = "finalizer " + IssueText.quote(name) + " has no domain";
        String hint = "put a DNS name and \"/\" before it, or use " + IssueText.oneOf(STANDARD);
        if (builtIn) {
            issues.error(IssueCode.FINALIZER_INVALID, path, message, hint);
        } else {
            issues.warning(IssueCode.FINALIZER_INVALID, path, message, hint);
        }
    }

    private static void checkOwners(List<OwnerReference> owners, DocumentPath path, ManifestIssues issues) {
        int controller = -1;
        for (int i = 0; i < owners.size(); i++) {
            OwnerReference owner = owners.get(i);
            require("apiVersion", KindDefinition.versionOf(owner.apiVersion()), path.index(i), issues);
            require("kind", owner.kind(), path.index(i), issues);
            require("name", owner.name(), path.index(i), issues);
            require("uid", owner.uid(), path.index(i), issues);
            if (owner.apiVersion().equals("v1") && owner.kind().equals("Event")) {
                issues.error(IssueCode.OWNER_INVALID, path.index(i), "an Event must not be an owner", "remove it");
            }
            if (owner.controller().orElse(false)) {
                if (controller >= 0) {
                    DocumentPath second = path.index(i).field("controller");
                    String message = "only one owner is the controller and " + path.index(controller) + " is it";
                    issues.error(IssueCode.OWNER_INVALID, second, message, "set it to false or remove it");
                } else {
                    controller = i;
                }
            }
        }
    }

    private static void require(String field, String value, DocumentPath owner, ManifestIssues issues) {
        if (value.isEmpty()) {
            String message = field.equals("apiVersion") ? "names no version" : "must not be empty";
            issues.error(IssueCode.OWNER_INVALID, owner.field(field), message, "name an object that exists");
        }
    }
}
