package io.eastwest.render.lint;

import io.eastwest.model.issue.IssueText;
import io.eastwest.model.scalar.IpBlock;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.HelmRelease;
import io.eastwest.render.forecast.InjectionPath;
import io.eastwest.render.forecast.IstiodValues;
import java.util.Map;
import java.util.Set;

/** What the istiod chart makes of its values, whoever gives them. */
final class ControlPlaneChecks {
    private static final String CLUSTER_NAME = "global.multiCluster.clusterName";
    private static final String ADDRESS = "global.remotePilotAddress";
    private static final String PATH = "istiodRemote.injectionPath";

    private ControlPlaneChecks() {}

    static void check(HelmRelease release, String subject, Set<String> primaries, LintReport report) {
        if (release.chart() != HelmChart.istiod) {
            return;
        }
        IstiodValues values = IstiodValues.of(release);
        checkName(values, subject, report);
        if (values.isRemote()) {
            checkAddress(values, subject, report);
            checkPath(values, subject, report);
            checkRevision(values, subject, primaries, report);
        } else if (!values.remotePilotAddress().isEmpty()) {
            String lost = values.revision().isEmpty()
                    ? "it runs beside the one at that address and proxies ask it"
                    : "its proxies ask " + values.discoveryAddress() + ", a Service that is not made";
            report.error(
                    LintCode.ADDRESS_WITHOUT_PROFILE,
                    subject,
                    ADDRESS,
                    "an istiod is installed although the address of another is given",
                    lost,
                    "use profile remote, or leave the address out");
        }
    }

    private static void checkName(IstiodValues values, String subject, LintReport report) {
        boolean named = !values.clusterName().equals(IstiodValues.UNNAMED_CLUSTER);
        if (!values.isRemote()
                && values.env().containsKey("CLUSTER_ID")
                && !values.env().get("CLUSTER_ID").equals(values.clusterName())) {
            report.error(
                    LintCode.ENV_GIVEN_TWICE,
                    subject,
                    "pilot.env.CLUSTER_ID",
                    "is set, and by the chart, too, which comes last",
                    "istiod calls its cluster " + IssueText.quote(values.clusterName()),
                    "set " + CLUSTER_NAME + " instead");
        }
        if (!named && isPartOfMesh(values)) {
            report.error(
                    LintCode.CLUSTER_NAME_MISSING,
                    subject,
                    CLUSTER_NAME,
                    "is not set",
                    Identity.of(values),
                    "set it to a name that no other cluster of the mesh has");
        }
    }

    /** Whether anything says that the cluster is one of several; an istiod that only runs a gateway needs no name. */
    private static boolean isPartOfMesh(IstiodValues values) {
        return values.isRemote()
                || !values.network().isEmpty()
                || !values.remotePilotAddress().isEmpty()
                || values.env().containsKey("CLUSTER_ID");
    }

    private static void checkAddress(IstiodValues values, String subject, LintReport report) {
        String address = values.remotePilotAddress();
        int colon = address.lastIndexOf(':');
        if (address.isEmpty()) {
            report.error(
                    LintCode.ADDRESS_MISSING,
                    subject,
                    ADDRESS,
                    "is not set",
                    "no Service " + values.istiod() + " is made and the webhook, which refuses pods when it cannot be"
                            + " called, calls nothing",
                    "set it to the address of the gateway of the primary");
        } else if (IpBlock.parseAddress(address).isEmpty() && colon >= 0) {
            report.error(
                    LintCode.ADDRESS_WITH_PORT,
                    subject,
                    ADDRESS,
                    IssueText.quote(address) + " has a port and so is taken for a name",
                    "the API server refuses the Service " + values.istiod() + " of type ExternalName",
                    "write " + address.substring(0, colon));
        }
    }

    private static void checkPath(IstiodValues values, String subject, LintReport report) {
        String path = values.injectionPath();
        if (!values.injectionUrl().isEmpty()) {
            return;
        }
        if (path.isEmpty()) {
            report.error(
                    LintCode.INJECTION_PATH_MISSING,
                    subject,
                    PATH,
                    "is not set",
                    "its pods claim to be in the cluster and network of the istiod that injects them",
                    "set it to /inject/cluster/" + values.clusterName() + net(values));
            return;
        }
        Map<String, String> env = InjectionPath.environment(path);
        env.forEach((name, value) -> {
            if (name.equals("NETWORK")) {
                report.error(
                        LintCode.INJECTION_PATH_KEY_UNKNOWN,
                        subject,
                        PATH,
                        "key \"network\" sets variable NETWORK, which no proxy reads",
                        "its pods claim the network of the istiod that injects them",
                        "write net instead");
            }
        });
        differs(values.clusterName(), env.getOrDefault(InjectionPath.CLUSTER, ""), "cluster", subject, report);
        differs(
                values.network(),
                env.getOrDefault(InjectionPath.NETWORK, values.network()),
                "network",
                subject,
                report);
    }

    private static String net(IstiodValues values) {
        return values.network().isEmpty() ? "" : "/net/" + values.network();
    }

    private static void differs(String value, String claimed, String what, String subject, LintReport report) {
        if (!claimed.equals(value)) {
            report.error(
                    LintCode.INJECTION_PATH_DIFFERS,
                    subject,
                    PATH,
                    "names " + what + " " + IssueText.quote(claimed) + ", the values " + IssueText.quote(value),
                    "its pods claim " + what + " " + IssueText.quote(claimed),
                    "name the same");
        }
    }

    private static void checkRevision(IstiodValues values, String subject, Set<String> primaries, LintReport report) {
        if (!primaries.isEmpty() && !primaries.contains(values.revision())) {
            String revision = values.revision().isEmpty() ? "default" : values.revision();
            report.error(
                    LintCode.REVISION_DIFFERS,
                    subject,
                    "metadata.name",
                    "revision " + IssueText.quote(revision) + " is that of no primary",
                    "no istiod looks after its webhook " + "istio-sidecar-injector-" + revision
                            + " and pods of other revisions find none",
                    "give it the name of the Istio of its primary");
        }
    }
}
