package io.eastwest.render.install;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.topology.InstallRole;
import java.util.List;

/** Who may serve whom. */
final class RoleRules {
    private static final String CONTROL_PLANE = "controlPlane";

    private RoleRules() {}

    static void check(InstalledCluster cluster, List<InstalledCluster> all, RuleReport report) {
        InstalledCluster server = all.stream()
                .filter(other -> other.name().equals(cluster.controlPlane()))
                .findFirst()
                .orElseThrow();
        boolean self = server.equals(cluster);
        switch (cluster.role()) {
            case primary -> {
                if (!self) {
                    report.add(
                            CONTROL_PLANE,
                            IssueCode.FIELD_CONFLICT,
                            "a primary is its own control plane",
                            "leave it out, or give another role");
                }
            }
            case host -> checkHost(cluster, self, all, report);
            case config -> {
                if (!server.isHost()) {
                    report.add(
                            CONTROL_PLANE,
                            IssueCode.FIELD_CONFLICT,
                            "cluster " + IssueText.quote(server.name()) + " is no host of a control plane",
                            "name a cluster of role host");
                }
            }
            case remote -> checkRemote(cluster, server, all, report);
        }
    }

    private static void checkHost(InstalledCluster host, boolean self, List<InstalledCluster> all, RuleReport report) {
        if (!self) {
            report.add(CONTROL_PLANE, IssueCode.FIELD_CONFLICT, "a host runs control planes", "leave it out");
        }
        List<InstalledCluster> configs = all.stream()
                .filter(other -> other.role() == InstallRole.config
                        && other.controlPlane().equals(host.name()))
                .toList();
        if (configs.size() != 1) {
            report.add(
                    "install.role",
                    IssueCode.FIELD_CONFLICT,
                    "a host needs one cluster of role config but has " + configs.size(),
                    "set role config and controlPlane " + host.name() + " at one cluster");
        } else if (configs.get(0).namespace().equals(host.namespace())) {
            report.add(
                    "install.namespace",
                    IssueCode.FIELD_CONFLICT,
                    "namespace " + IssueText.quote(host.namespace()) + " is that of the hosted control plane, too",
                    "give cluster " + configs.get(0).name() + " another namespace");
        }
    }

    private static void checkRemote(
            InstalledCluster remote, InstalledCluster server, List<InstalledCluster> all, RuleReport report) {
        if (server.equals(remote) || !(server.isPrimary() || server.isHost())) {
            report.add(
                    CONTROL_PLANE,
                    IssueCode.FIELD_CONFLICT,
                    "cluster " + IssueText.quote(server.name()) + " runs no control plane for others",
                    "name a primary or a host");
            return;
        }
        InstalledCluster followed = server.isHost()
                ? all.stream()
                        .filter(other -> other.role() == InstallRole.config
                                && other.controlPlane().equals(server.name()))
                        .findFirst()
                        .orElse(server)
                : server;
        if (!remote.namespace().equals(followed.namespace())) {
            differs("install.namespace", "namespace", remote.namespace(), followed, followed.namespace(), report);
        }
        if (!remote.revision().equals(followed.revision())) {
            differs("install.revision", "revision", remote.revision(), followed, followed.revision(), report);
        }
    }

    private static void differs(
            String field, String what, String own, InstalledCluster followed, String wanted, RuleReport report) {
        report.add(
                field,
                IssueCode.FIELD_CONFLICT,
                what + " " + IssueText.quote(own) + " is not " + IssueText.quote(wanted) + " of its control plane in "
                        + followed.name() + ", which looks for objects of that name",
                "give both the same");
    }
}
