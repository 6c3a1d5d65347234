package io.eastwest.render.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.sail.ControlPlaneReference;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.ZTunnel;
import io.eastwest.model.schema.SchemaValidation;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.forecast.InstallForecast;
import java.util.ArrayList;
import java.util.List;

/** What an API server and the operator say to the resources of the operator. */
final class SailChecks {
    private static final String VALUES = "spec.values";
    private static final String SAIL = "sailoperator.io";

    private final LintInput cluster;
    private final LintReport report;
    private final String identity;

    private SailChecks(LintInput cluster, LintReport report) {
        this.cluster = cluster;
        this.report = report;
        this.identity = Identity.of(InstallForecast.ofSail(cluster.platform(), InstallLinter.resources(cluster)));
    }

    static void check(LintInput cluster, LintReport report) {
        new SailChecks(cluster, report).run();
    }

    private void run() {
        cluster.issues().forEach(this::add);
        for (Manifest manifest : cluster.manifests()) {
            MeshResource resource = manifest.resource();
            if (!resource.group().equals(SAIL)) {
                continue;
            }
            SchemaValidation.check(manifest).forEach(this::add);
            JsonNode values = ManifestWriter.toTree(resource).path("spec").path("values");
            if (resource instanceof Istio istio) {
                checkIstio(istio, values);
            } else if (resource instanceof ZTunnel ztunnel) {
                checkZtunnel(ztunnel, values);
            }
        }
    }

    private void add(Issue issue) {
        if (!issue.resource().map(ResourceKey::group).filter(SAIL::equals).isPresent()) {
            return;
        }
        String subject = issue.resource().map(ResourceKey::toString).orElse("");
        if (issue.code() == IssueCode.FIELD_PRUNED || issue.code() == IssueCode.UNKNOWN_FIELD) {
            pruned(subject, issue.path().toString());
        } else if (issue.isError()) {
            report.error(
                    LintCode.REFUSED,
                    subject,
                    issue.path().toString(),
                    issue.message(),
                    "the API server refuses it and nothing is installed",
                    issue.hint());
        }
    }

    private void pruned(String subject, String path) {
        report.error(
                LintCode.PRUNED,
                subject,
                path,
                "is no field there",
                "the API server drops it and " + identity,
                "write it where it belongs");
    }

    private void checkIstio(Istio istio, JsonNode values) {
        String subject = istio.key().toString();
        unknown(subject, VALUES, values, KnownNames.SAIL_VALUES);
        JsonNode global = values.path("global");
        unknown(subject, VALUES + ".global", global, KnownNames.SAIL_GLOBAL);
        unknown(subject, VALUES + ".global.multiCluster", global.path("multiCluster"), KnownNames.MULTI_CLUSTER);
        unknown(subject, VALUES + ".pilot", values.path("pilot"), KnownNames.SAIL_PILOT);
        unknown(subject, VALUES + ".istiodRemote", values.path("istiodRemote"), KnownNames.SAIL_REMOTE);
        if (istio.spec().profile().filter(InstallProfile.external::equals).isPresent()) {
            report.error(
                    LintCode.PROFILE_UNKNOWN,
                    subject,
                    "spec.profile",
                    "profile external is listed but has no file",
                    "the operator cannot reconcile it and installs nothing",
                    "use profile remote or empty");
        }
    }

    private void checkZtunnel(ZTunnel ztunnel, JsonNode values) {
        String subject = ztunnel.key().toString();
        unknown(subject, VALUES, values, KnownNames.ZTUNNEL_VALUES);
        unknown(subject, VALUES + ".global", values.path("global"), KnownNames.ZTUNNEL_GLOBAL);
        JsonNode multiCluster = values.path("ztunnel").path("multiCluster");
        unknown(subject, VALUES + ".ztunnel.multiCluster", multiCluster, KnownNames.MULTI_CLUSTER);
        ztunnel.spec().targetRef().ifPresent(target -> checkTarget(subject, target));
    }

    private void checkTarget(String subject, ControlPlaneReference target) {
        List<String> there = new ArrayList<>();
        InstallLinter.resources(cluster).stream()
                .filter(resource -> resource.kind().equals(target.kind().name()))
                .forEach(resource -> there.add(resource.metadata().name()));
        if (!there.contains(target.name())) {
            report.error(
                    LintCode.TARGET_NOT_FOUND,
                    subject,
                    "spec.targetRef.name",
                    target.kind() + " " + IssueText.quote(target.name()) + " is not among " + there,
                    "the operator cannot reconcile it and installs no ztunnel",
                    "name one that is there");
        }
    }

    private void unknown(String subject, String path, JsonNode values, List<String> known) {
        values.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                pruned(subject, path + "." + name);
            }
        });
    }
}
