# Installs the library, its headers, what finds it (CMake, pkg-config) and the recipes.
include(CMakePackageConfigHelpers)

set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/dateline)
configure_package_config_file(cmake/datelineConfig.cmake.in datelineConfig.cmake
  INSTALL_DESTINATION ${config_folder} PATH_VARS CMAKE_INSTALL_DATADIR NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(datelineConfigVersion.cmake COMPATIBILITY SameMinorVersion)

# Paths in dateline.pc are relative to itself, so that the tree may be moved.
set(up ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY "${up}" OUTPUT_VARIABLE up)
set(static_packages "xapian-core libzstd libxxhash libb2 zlib icu-i18n icu-uc")
if(TextCat_FOUND)
  string(APPEND static_packages " libexttextcat")
endif()
if(LibXml2_FOUND)
  string(APPEND static_packages " libxml-2.0")
endif()
configure_file(cmake/dateline.pc.in dateline.pc @ONLY)

# dateline_install(<target> <component> [EXCLUDE_FROM_ALL])
# Both kinds may be installed in one tree, so each has its own file of targets.
function(dateline_install target component)
  get_target_property(type ${target} TYPE)
  string(REPLACE _LIBRARY "" kind ${type})
  string(TOLOWER ${kind} kind)
  set(export dateline-${kind}-targets)
  install(TARGETS ${target} EXPORT ${export}
    LIBRARY COMPONENT ${component} ${ARGN} NAMELINK_COMPONENT ${component}
    ARCHIVE COMPONENT ${component} ${ARGN}
    FILE_SET HEADERS COMPONENT ${component} ${ARGN})
  install(EXPORT ${export} NAMESPACE dateline::
    DESTINATION ${config_folder} COMPONENT ${component} ${ARGN})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/datelineConfig.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/datelineConfigVersion.cmake cmake/FindStemmer.cmake
    DESTINATION ${config_folder} COMPONENT ${component} ${ARGN})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/dateline.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT ${component} ${ARGN})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/indexes/news ${PROJECT_SOURCE_DIR}/indexes/plain
    DESTINATION ${CMAKE_INSTALL_DATADIR}/dateline COMPONENT ${component} ${ARGN}
    FILES_MATCHING PATTERN "articles" EXCLUDE PATTERN "built" EXCLUDE
    PATTERN "*.json" PATTERN "*.jsonl" PATTERN "stopwords/*.txt")
endfunction()
dateline_install(dateline dateline)
