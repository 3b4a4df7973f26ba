package io.tierlens.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house. */
@AnalyzeClasses(packages = "io.tierlens", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule dataFlowsOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("formats")
          .definedBy("io.tierlens.formats..")
          .layer("attribution")
          .definedBy("io.tierlens.attribution..")
          .layer("pipeline")
          .definedBy("io.tierlens.pipeline..")
          .layer("cli")
          .definedBy("io.tierlens.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("attribution")
          .mayOnlyBeAccessedByLayers("pipeline", "cli")
          .whereLayer("formats")
          .mayOnlyBeAccessedByLayers("pipeline", "cli");

  @ArchTest
  static final ArchRule formatsAndMathematicsArePlainJava =
      noClasses()
          .that()
          .resideInAnyPackage("io.tierlens.formats..", "io.tierlens.attribution..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule theReportKnowsNoSpark =
      noClasses()
          .that()
          .resideInAPackage("io.tierlens.cli.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..", "org.apache.hadoop..", "scala..", "io.tierlens.pipeline..");

  /** A format is one package and one row of the registry: it knows no other format. */
  @ArchTest
  static final ArchRule formatsDoNotKnowEachOther =
      slices()
          .matching(
              "io.tierlens.formats.(apache|apptiming|esxtop|interchange|mysql|sar|virttop|xentop)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.tierlens.pipeline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule zonesAreJodas =
      noClasses()
          .that()
          .resideInAPackage("io.tierlens.formats..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.time..");

  @ArchTest
  static final ArchRule commandsArePackagePrivate =
      classes().that().haveSimpleNameEndingWith("Command").should().bePackagePrivate();
}
