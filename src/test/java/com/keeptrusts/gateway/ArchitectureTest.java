package com.keeptrusts.gateway;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.planted.quota.PlantedViolation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the layers of the house: words, support, stages, edges, wiring, entrances. */
class ArchitectureTest {
  private static final String ROOT = "com.keeptrusts.gateway.";

  /** From the top of the list to its bottom: each row may use the rows above it. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("exchange", "background"),
          List.of("apischema"),
          List.of("config", "http", "upstream", "tls", "event"),
          List.of("auth", "quota", "access", "policy", "proxy", "accounting"),
          List.of("store", "admin", "metrics", "management"),
          List.of(""),
          List.of("webapp", "server", "quickstart", "cli", "boot"));

  private static final int STAGES = 3;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.keeptrusts.gateway");

  @Test
  void rows_useOnlyRowsAboveThem() {
    for (int row = 0; row < ROWS.size() - 1; row++) {
      noneOf(row).dependOn(below(row)).check(CLASSES);
    }
  }

  @Test
  void stages_areBlindToEachOther() {
    ROWS.get(STAGES).forEach(stage -> blindStage(ROOT, stage).check(CLASSES));
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("com.keeptrusts.gateway.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void servletApi_onlyWhereRequestsPass() {
    only(
            "jakarta.servlet..",
            "http",
            "auth",
            "quota",
            "access",
            "policy",
            "proxy",
            "admin",
            "metrics",
            "webapp",
            "server",
            "")
        .check(CLASSES);
  }

  @Test
  void jetty_onlyInProxyAndServer() {
    only("org.eclipse.jetty..", "proxy", "server").check(CLASSES);
  }

  @Test
  void jdbc_onlyInStore() {
    only("java.sql..", "store").check(CLASSES);
    only("org.h2..", "store").check(CLASSES);
  }

  @Test
  void prometheus_onlyInMetrics() {
    only("io.prometheus..", "metrics").check(CLASSES);
  }

  @Test
  void jmx_onlyInManagement() {
    only("javax.management..", "management").check(CLASSES);
  }

  @Test
  void picocli_onlyInCli() {
    only("picocli..", "cli").check(CLASSES);
  }

  /** A server looks for threads when it undeploys the gateway: each has to be waited for. */
  @Test
  void threads_areMadeInBackgroundOrWhereTheProcessIsOurs() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            packagesOf(List.of("background", "server", "quickstart", "cli", "boot")))
        // Its one thread is waited for in awaitEnd.
        .and()
        .doNotHaveSimpleName("GatewayProxyServlet")
        .should()
        .callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .check(CLASSES);
  }

  @Test
  void names_sayWhatAClassIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CLASSES);
  }

  @Test
  void plantedViolation_isSeen() {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolation.class);
    ArchRule rule = blindStage(ROOT + "planted.", "quota");
    assertThat(rule.evaluate(planted).hasViolation()).isTrue();
  }

  private record Row(int number) {
    ArchRule dependOn(String[] packages) {
      return noClasses()
          .that()
          .resideInAnyPackage(packagesOf(ROWS.get(number)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages)
          .allowEmptyShould(true);
    }
  }

  private static Row noneOf(int row) {
    return new Row(row);
  }

  private static String[] below(int row) {
    List<String> packages = new ArrayList<>();
    for (List<String> lower : ROWS.subList(row + 1, ROWS.size())) {
      packages.addAll(Arrays.asList(packagesOf(lower)));
    }
    return packages.toArray(String[]::new);
  }

  private static ArchRule blindStage(String root, String stage) {
    String[] others =
        ROWS.get(STAGES).stream()
            .filter(other -> !other.equals(stage))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + stage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true);
  }

  private static ArchRule only(String library, String... packages) {
    return classes()
        .that(resideInAnyPackage("com.keeptrusts.gateway.."))
        .and()
        .resideOutsideOfPackages(packagesOf(List.of(packages)))
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage(library);
  }

  private static String[] packagesOf(List<String> names) {
    return names.stream()
        .map(name -> name.isEmpty() ? "com.keeptrusts.gateway" : ROOT + name + "..")
        .toArray(String[]::new);
  }
}
